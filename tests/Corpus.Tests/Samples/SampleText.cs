using System.Globalization;

namespace Dragoman.Corpus.Tests;

/// <summary>Texts for samples: each another one, with characters that its place must escape.</summary>
/// <param name="Whole">A text that stands alone; <c>{0}</c> is its number.</param>
/// <param name="Part">One within a list or an object, without the characters that separate there.</param>
internal sealed record SampleText(string Whole, string Part)
{
    public static SampleText InPath { get; } = new("a b/ü?#%{0}", "ü{0}");

    public static SampleText InQuery { get; } = new("a b&c=ü+#{0}", "ü&{0}");

    /// <summary>Headers are ASCII (RFC 9110, section 5.5).</summary>
    public static SampleText InHeader { get; } = new("a b={0}", "b{0}");

    public static SampleText InCookie { get; } = new("a;ü={0}", "ü{0}");

    public static SampleText InBody { get; } = new("a \"ü\" & <b>\n{0}", "a \"ü\" & <b>\n{0}");

    public string Of(int number, bool isPart) => string.Format(CultureInfo.InvariantCulture, isPart ? Part : Whole, number);
}
