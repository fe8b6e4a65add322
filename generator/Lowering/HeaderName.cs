namespace Dragoman.Generator.Lowering;

/// <summary>The names of HTTP header fields (RFC 9110, 5.1 and 5.6.2).</summary>
internal static class HeaderName
{
    private static readonly string[] s_framing = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer"];

    /// <summary>What the name of a cookie looks like, for messages.</summary>
    public const string CookieForm = "a cookie's name is letters, digits and !#$%&'*+-.^_`|~";

    /// <summary>True for the headers that OpenAPI describes elsewhere: a parameter of that name shall be ignored (OpenAPI 3.1, 4.8.12.1).</summary>
    public static bool IsDescribedElsewhere(string name) => name.ToLowerInvariant() is "accept" or "content-type" or "authorization";

    /// <summary>True for the headers that HTTP itself writes, and that would redirect a request or break it in two.</summary>
    public static bool IsOfHttp(string name) => s_framing.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a header of this name cannot be sent; null where it can.</summary>
    public static string? Problem(string name) =>
        !IsToken(name) ? "a header's name is letters, digits and !#$%&'*+-.^_`|~"
        : IsOfHttp(name) ? "HTTP itself uses this header"
        : null;

    /// <summary>A token (RFC 9110, 5.6.2), which the names of cookies are as well (RFC 6265, 4.1.1).</summary>
    public static bool IsToken(string name) => name.Length > 0 && name.All(IsTokenCharacter);

    private static bool IsTokenCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;
}
