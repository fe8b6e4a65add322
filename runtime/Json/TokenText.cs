using System.Buffers;
using System.Text.Json;

namespace Dragoman;

/// <summary>The bytes of the reader's current token, however it is stored.</summary>
internal static class TokenText
{
    /// <summary>The text of a number.</summary>
    public static ReadOnlySpan<byte> OfNumber(ref Utf8JsonReader reader) => AsWritten(ref reader);

    /// <summary>The text of a string, unescaped. Bytes that were not escaped are not checked to be UTF-8: whoever parses them accepts ASCII only.</summary>
    public static ReadOnlySpan<byte> OfString(ref Utf8JsonReader reader, string expected)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonFailure.WrongKind(expected, reader.TokenType);
        }

        return reader.ValueIsEscaped ? Unescaped(ref reader) : AsWritten(ref reader);
    }

    /// <summary>The text of a string or of a member's name, unescaped.</summary>
    /// <returns>Whether it has one: an escaped lone surrogate has no UTF-8.</returns>
    public static bool TryOf(ref Utf8JsonReader reader, out ReadOnlySpan<byte> text)
    {
        if (!reader.ValueIsEscaped)
        {
            text = AsWritten(ref reader);
            return true;
        }

        try
        {
            text = Unescaped(ref reader);
            return true;
        }
        catch (JsonException)
        {
            text = default;
            return false;
        }
    }

    private static ReadOnlySpan<byte> AsWritten(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    private static ReadOnlySpan<byte> Unescaped(ref Utf8JsonReader reader)
    {
        byte[] text = new byte[reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length];
        try
        {
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate; the inner exception would show a part of the value.
            throw JsonFailure.NotUnicode();
        }
    }
}
