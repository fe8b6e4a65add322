namespace Dragoman.Generator.Normalize;

/// <summary>A token of HTTP (RFC 9110, 5.6.2), as which methods, the names of headers and cookies, and some of their values are written.</summary>
internal static class HttpToken
{
    /// <summary>What a token looks like, for messages.</summary>
    public const string Form = "letters, digits and !#$%&'*+-.^_`|~";

    public static bool Is(string text) => text.Length > 0 && text.All(IsCharacter);

    private static bool IsCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
}
