using System.Buffers.Text;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace Dragoman.Corpus.Tests;

/// <summary>What texts of a format look like and when two of them mean the same.</summary>
internal static partial class TextFormat
{
    /// <summary>Whether a text is of a format; true for formats that are texts to .NET too.</summary>
    public static bool Fits(string format, string text) => format switch
    {
        "date-time" => DateTime().IsMatch(text) && IsTime(text),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "time" => TimeOnly.TryParse(text.TrimEnd('Z', 'z'), CultureInfo.InvariantCulture, out _),
        "duration" => IsDuration(text),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "byte" => Base64.IsValid(text),
        "base64url" => Base64Url.IsValid(text),
        "uri" => Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _),
        _ => true,
    };

    /// <summary>Whether two texts are the same instant, identifier or duration, written in different ways. Instants are those of .NET, which are 100 ns apart.</summary>
    public static bool MeanTheSame(string first, string second) =>
        first == second
        || (DateTime().IsMatch(first) && DateTime().IsMatch(second) && IsTime(first) && IsTime(second) && Instant(first) - Instant(second) is { Ticks: >= -1 and <= 1 })
        || (Guid.TryParse(first, out Guid left) && Guid.TryParse(second, out Guid right) && left == right)
        || (IsDuration(first) && IsDuration(second) && XmlConvert.ToTimeSpan(first) == XmlConvert.ToTimeSpan(second));

    private static bool IsTime(string text) => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static bool IsDuration(string text)
    {
        if (text is not (['P', ..] or ['-', 'P', ..]))
        {
            return false;
        }

        try
        {
            XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>RFC 3339, section 5.6.</summary>
    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?([Zz]|[-+][0-9]{2}:[0-9]{2})$")]
    private static partial Regex DateTime();
}
