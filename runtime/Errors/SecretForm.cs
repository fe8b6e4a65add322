using System.Globalization;

namespace Dragoman;

/// <summary>Recognises a secret in whatever form a text shows it: plain, with JSON escapes, percent-encoded, or with some of its characters so and some otherwise.</summary>
internal static class SecretForm
{
    /// <summary>So much of a secret at the end of a text that was cut is taken for its beginning.</summary>
    private const int ShortestBeginning = 4;

    /// <summary>The length of the secret at the beginning of a text, or 0 if it isn't there.</summary>
    /// <param name="text">The text.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="isCut">Whether the text may end within the secret.</param>
    public static int LengthAt(ReadOnlySpan<char> text, string secret, bool isCut)
    {
        // A backslash of the secret itself stands for itself in plain text and for an escape in JSON: one reading after the other.
        int plain = LengthAt(text, secret, isCut, escapesFirst: false);
        return plain > 0 ? plain : LengthAt(text, secret, isCut, escapesFirst: true);
    }

    private static int LengthAt(ReadOnlySpan<char> text, string secret, bool isCut, bool escapesFirst)
    {
        int length = 0;
        for (int i = 0; i < secret.Length; i++)
        {
            ReadOnlySpan<char> rest = text[length..];
            if (isCut && i >= ShortestBeginning && IsEnd(rest))
            {
                return text.Length;
            }

            int width = escapesFirst && Escape(rest, secret[i]) is > 0 and int escape ? escape
                : rest is [char first, ..] && first == secret[i] ? 1
                : Escape(rest, secret[i]);
            if (width == 0)
            {
                return 0;
            }

            length += width;
        }

        return length;
    }

    /// <summary>The width of an escape for a character, or 0 if the text doesn't begin with one.</summary>
    private static int Escape(ReadOnlySpan<char> text, char character) => text switch
    {
        ['\\', 'u', _, _, _, _, ..] => Hex(text[2..6]) == character ? 6 : 0,
        ['\\', 'n', ..] => character == '\n' ? 2 : 0,
        ['\\', 't', ..] => character == '\t' ? 2 : 0,
        ['\\', char escaped, ..] => escaped == character ? 2 : 0,
        ['%', _, _, ..] => character < 128 && Hex(text[1..3]) == character ? 3 : 0,
        _ => 0,
    };

    private static bool IsEnd(ReadOnlySpan<char> rest) => rest.IsEmpty || (rest.Length < 6 && rest[0] is '\\' or '%');

    private static int Hex(ReadOnlySpan<char> digits) => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int value) ? value : -1;
}
