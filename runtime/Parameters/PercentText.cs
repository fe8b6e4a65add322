using System.Buffers;
using System.Text;

namespace Dragoman;

/// <summary>Percent-encodes texts (RFC 3986, section 2.1).</summary>
internal static class PercentText
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    /// <summary>The reserved characters but for those that a path cannot have or that would end it.</summary>
    private static readonly SearchValues<char> s_pathCharacters = SearchValues.Create($"{Unreserved}:/@!$&'()*+,;=");

    /// <summary>The reserved characters but for those that would end a query or begin another parameter.</summary>
    private static readonly SearchValues<char> s_queryCharacters = SearchValues.Create($"{Unreserved}:/?[]@!$'()*+,;=");

    private static readonly Func<string, string> s_escapePath = text => EscapeBut(text, s_pathCharacters);
    private static readonly Func<string, string> s_escapeQuery = text => EscapeBut(text, s_queryCharacters);

    /// <summary>For what keeps none of the reserved characters.</summary>
    public static Func<string, string> Escape { get; } = Uri.EscapeDataString;

    /// <summary>For forms (WHATWG URL, section 5.2), where a space is a plus sign.</summary>
    public static Func<string, string> EscapeForm { get; } = text => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>For texts that are sent as they are.</summary>
    public static Func<string, string> None { get; } = text => text;

    public static Func<string, string> ForPath(bool allowReserved) => allowReserved ? s_escapePath : Escape;

    public static Func<string, string> ForQuery(bool allowReserved) => allowReserved ? s_escapeQuery : Escape;

    /// <summary>The reserved expansion (RFC 6570, section 3.2.3), which keeps what is percent-encoded already.</summary>
    private static string EscapeBut(string text, SearchValues<char> kept)
    {
        StringBuilder encoded = new(text.Length);
        int index = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isKept = rune.Value == '%' ? IsTriplet(text.AsSpan(index)) : rune.IsAscii && kept.Contains((char)rune.Value);
            encoded.Append(isKept ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
            index += rune.Utf16SequenceLength;
        }

        return encoded.ToString();
    }

    private static bool IsTriplet(ReadOnlySpan<char> text) => text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);
}
