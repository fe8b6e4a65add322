using System.Text.Json;

namespace Dragoman;

/// <summary>Says where in a body a reader failed. The readers keep no path, which would cost every call; the body is read once more when one has failed.</summary>
internal static class JsonLocation
{
    /// <summary>
    /// The path of the value that holds a byte, such as <c>$.data.items[3].name</c>; on a member's name that of its value. Never
    /// throws: in a body that is not JSON it is the place where that shows, if the byte does not come first.
    /// </summary>
    /// <param name="json">The whole body.</param>
    /// <param name="byteOffset">The byte, from 0; past the end is the end.</param>
    public static string PathAt(ReadOnlySpan<byte> json, long byteOffset)
    {
        JsonPath path = new();
        Utf8JsonReader reader = new(json);
        int consumed = 0;
        try
        {
            while (reader.Read() && reader.TokenStartIndex <= byteOffset)
            {
                path.Advance(ref reader);
                consumed = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // Not the reader's own count: it may have passed the comma already.
            if (byteOffset >= consumed)
            {
                path.Expect(afterComma: json[consumed..].TrimStart(" \t\r\n"u8) is [(byte)',', ..]);
            }
        }

        return path.ToString(json);
    }
}
