using System.Buffers;

namespace Dragoman;

/// <summary>Guards cookies: a semicolon, space or line break in one would end it and begin another (RFC 6265, section 4.1.1).</summary>
internal static class CookieField
{
    /// <summary>RFC 6265, <c>cookie-octet</c>: visible ASCII without quotation mark, comma, semicolon and backslash.</summary>
    private static readonly SearchValues<char> s_octets =
        SearchValues.Create("!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>The message doesn't show the value: it may be a secret.</summary>
    public static void CheckValue(string value, string parameterName)
    {
        ReadOnlySpan<char> octets = value is ['"', .. { } inner, '"'] ? inner : value;
        if (octets.ContainsAnyExcept(s_octets))
        {
            throw new ArgumentException("A cookie's value must be of visible ASCII characters without quotation marks, commas, semicolons and backslashes (RFC 6265, section 4.1.1).", parameterName);
        }
    }
}
