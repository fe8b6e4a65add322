using System.Text.Json;

namespace Dragoman;

/// <summary>Reads a text that is one JSON value.</summary>
internal static class JsonMessage
{
    /// <exception cref="JsonException">The text is not one, or not as described; <see cref="JsonException.Path"/> says where, and <see cref="JsonException.BytePositionInLine"/> is the offset from the text's beginning.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json, JsonReadValue<T> read)
    {
        Utf8JsonReader reader = new(json);
        try
        {
            reader.Read();
            T value = read(ref reader);

            // Throws if anything but white space follows.
            reader.Read();
            return value;
        }
        catch (JsonException exception)
        {
            // A value's reader stands on the token it refused; a fault of the text itself lies behind the last token.
            bool isTextFault = exception.BytePositionInLine is not null;
            long offset = isTextFault ? reader.BytesConsumed : reader.TokenStartIndex;
            throw new JsonException(exception.Message, JsonLocation.PathAt(json, offset), lineNumber: null, offset, exception);
        }
    }
}
