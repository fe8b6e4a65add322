using System.Globalization;
using System.Text;

namespace Dragoman;

/// <summary>Recognises a secret in whatever form a text shows it: plain, percent-encoded, with JSON escapes, or with those of JSON within JSON; or with some of its characters so and some otherwise.</summary>
internal static class SecretForm
{
    /// <summary>So much of a secret at the end of a text that was cut is taken for its beginning.</summary>
    private const int ShortestBeginning = 4;

    /// <summary>A shorter rest may be a form of a character that was cut: <c>u002</c>, <c>%C3%A</c>.</summary>
    private const int LongestCut = 6;

    /// <summary>So many stand before a character in JSON four levels deep. A text of nothing else is no work for hours.</summary>
    private const int MostBackslashes = 16;

    /// <summary>The most bytes of one UTF-16 unit in UTF-8.</summary>
    private const int MostBytes = 3;

    /// <summary>The length of the secret at the beginning of a text, or 0 if it isn't there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="isCut">Whether the text may end within the secret.</param>
    public static int LengthAt(ReadOnlySpan<char> text, string secret, bool isCut)
    {
        // Most places are none: this is asked for every character of a text.
        ReadOnlySpan<char> first = secret.AsSpan().TrimStart('\\');
        if (text.IsEmpty || first.IsEmpty || (text[0] is not ('\\' or '%') && text[0] != first[0]))
        {
            return 0;
        }

        // A "u" after a backslash stands for itself in plain text and for an escape in JSON: one reading after the other.
        int plain = LengthAt(text, secret, isCut, escapesFirst: false);
        return plain > 0 ? plain : LengthAt(text, secret, isCut, escapesFirst: true);
    }

    /// <summary>Each level of JSON doubles the backslashes and adds others, so they are passed over on both sides.</summary>
    private static int LengthAt(ReadOnlySpan<char> text, string secret, bool isCut, bool escapesFirst)
    {
        int length = 0;
        int matched = 0;
        foreach (char character in secret)
        {
            if (character == '\\')
            {
                continue;
            }

            if (isCut && matched >= ShortestBeginning && IsEnd(text[length..]))
            {
                return text.Length;
            }

            int start = length + Backslashes(text[length..]);
            int width = Width(text[start..], character, isEscaped: start > length, escapesFirst);
            if (width == 0)
            {
                return 0;
            }

            length = start + width;
            matched++;
        }

        return length > 0 && secret[^1] == '\\' ? length + Backslashes(text[length..]) : length;
    }

    /// <summary>The width of the backslashes at the beginning of a text.</summary>
    private static int Backslashes(ReadOnlySpan<char> text)
    {
        int width = 0;
        for (int i = 0; i < MostBackslashes; i++)
        {
            switch (text[width..])
            {
                case ['\\', 'u', '0', '0', '5', 'c' or 'C', ..]:
                    width += 6;
                    break;
                case ['%', '5', 'c' or 'C', ..]:
                    width += 3;
                    break;
                case ['\\', ..]:
                    width++;
                    break;
                default:
                    return width;
            }
        }

        return width;
    }

    /// <summary>The width of a character at the beginning of a text, or 0 if the text doesn't begin with it.</summary>
    private static int Width(ReadOnlySpan<char> text, char character, bool isEscaped, bool escapesFirst)
    {
        int escape = Escape(text, character, isEscaped);
        return escapesFirst && escape > 0 ? escape
            : text is [char first, ..] && first == character ? 1
            : escape;
    }

    private static int Escape(ReadOnlySpan<char> text, char character, bool isEscaped) => text switch
    {
        ['u', _, _, _, _, ..] when isEscaped => Hex(text[1..5]) == character ? 5 : 0,
        ['n', ..] when isEscaped => character == '\n' ? 1 : 0,
        ['r', ..] when isEscaped => character == '\r' ? 1 : 0,
        ['t', ..] when isEscaped => character == '\t' ? 1 : 0,
        ['%', ..] => Percent(text, character),
        _ => 0,
    };

    /// <summary>The width of the bytes of a character in UTF-8, percent-encoded (RFC 3986, section 2.5).</summary>
    private static int Percent(ReadOnlySpan<char> text, char character)
    {
        Span<byte> bytes = stackalloc byte[MostBytes];
        int count = Encoding.UTF8.GetBytes([character], bytes);
        for (int i = 0; i < count; i++)
        {
            if (text[(3 * i)..] is not ['%', _, _, ..] || Hex(text.Slice((3 * i) + 1, 2)) != bytes[i])
            {
                return 0;
            }
        }

        return 3 * count;
    }

    private static bool IsEnd(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> escape = rest.TrimStart('\\');
        return escape.IsEmpty || (escape.Length < LongestCut && (escape.Length < rest.Length || escape[0] == '%'));
    }

    private static int Hex(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) ? value : -1;
}
