using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Lowering;

/// <summary>The names of HTTP header fields (RFC 9110, 5.1 and 5.6.2).</summary>
internal static class HeaderName
{
    private static readonly string[] s_framing = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "TE", "Trailer"];

    /// <summary>What the name of a cookie looks like (RFC 6265, 4.1.1), for messages.</summary>
    public const string CookieForm = $"a cookie's name is {HttpToken.Form}";

    /// <summary>True for the headers that OpenAPI describes elsewhere: a parameter of that name shall be ignored (OpenAPI 3.1, 4.8.12.1).</summary>
    public static bool IsDescribedElsewhere(string name) => name.ToLowerInvariant() is "accept" or "content-type" or "authorization";

    /// <summary>True for the header that says what the answer shall be.</summary>
    public static bool IsAccept(string name) => string.Equals(name, "Accept", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the headers that HTTP itself writes, and that would redirect a request or break it in two.</summary>
    public static bool IsOfHttp(string name) => s_framing.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Why a header of this name cannot be sent; null where it can.</summary>
    public static string? Problem(string name) =>
        !HttpToken.Is(name) ? $"a header's name is {HttpToken.Form}"
        : IsOfHttp(name) ? "HTTP itself uses this header"
        : null;
}
