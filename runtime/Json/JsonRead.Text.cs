using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Reads a string.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The string, unescaped.</returns>
    /// <exception cref="JsonException">The value is not a string, or not valid Unicode.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string String(this ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String ? Text(ref reader) : throw JsonFailure.WrongKind("a string", reader.TokenType);

    /// <summary>Reads a string, or <c>null</c>.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The string, unescaped, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is neither a string nor <c>null</c>, or not valid Unicode.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string? StringOrNull(this ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Null ? null : reader.String();

    /// <summary>Reads a boolean.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The boolean.</returns>
    /// <exception cref="JsonException">The value is neither <c>true</c> nor <c>false</c>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static bool Boolean(this ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonFailure.WrongKind("a boolean", reader.TokenType),
    };

    /// <summary>Reads a UUID (RFC 9562): 32 hexadecimal digits of either case in the groups 8-4-4-4-12.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The UUID.</returns>
    /// <exception cref="JsonException">The value is not a UUID in a string.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Guid Guid(this ref Utf8JsonReader reader)
    {
        const string Expected = "a UUID";
        return TextForms.TryGuid(TokenText.OfString(ref reader, Expected), out Guid value) ? value : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a URI reference (RFC 3986, section 4.1): absolute or relative.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The URI; <see cref="Uri.OriginalString"/> is the text that was sent.</returns>
    /// <exception cref="JsonException">The value is not a URI reference in a string.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Uri Uri(this ref Utf8JsonReader reader)
    {
        const string Expected = "a URI";
        if (reader.TokenType != JsonTokenType.String)
        {
            throw JsonFailure.WrongKind(Expected, reader.TokenType);
        }

        return TextForms.TryUri(Text(ref reader), out Uri? value) ? value! : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads bytes in base64 (RFC 4648, section 4) with padding; white space between the characters is ignored.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="JsonException">The value is not base64 in a string.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static byte[] Bytes(this ref Utf8JsonReader reader)
    {
        const string Expected = "base64";
        return TextForms.TryBase64(TokenText.OfString(ref reader, Expected), out byte[] bytes) ? bytes : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads any value, <c>null</c> too.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value with its text, independent of the reader's buffer and with nothing to dispose.</returns>
    /// <exception cref="JsonException">The text is not valid JSON, or ends within the value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static JsonElement Element(this ref Utf8JsonReader reader) => JsonElement.ParseValue(ref reader);

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Bytes that are not UTF-8, or an escaped lone surrogate; the inner exception would show a part of the value.
            throw JsonFailure.NotUnicode();
        }
    }
}
