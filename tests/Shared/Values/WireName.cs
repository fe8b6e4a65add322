namespace Dragoman.Testing;

/// <summary>Compares names of a document with those of C#.</summary>
internal static class WireName
{
    /// <summary>The letters and digits of a name, in lower case.</summary>
    public static string Of(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>Whether a name of C# is that of a name on the wire. The <c>x-</c> of headers is left away in C#.</summary>
    public static bool AreSame(string? name, string wireName) => name is not null && (Of(name) == Of(wireName) || $"x{Of(name)}" == Of(wireName));
}
