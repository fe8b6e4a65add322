using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Looks ahead for the text of one member of an object, wherever the member stands; the reader is not moved.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="utf8Name">The member's name, unescaped, as UTF-8.</param>
    /// <returns>The text of the first member of that name, of a number or boolean its JSON; <see langword="null"/> where there is none, or where its value is null, an array or an object.</returns>
    /// <exception cref="JsonException">The value is not an object, the text is not valid JSON or ends before the member, or the string is not valid Unicode.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static string? TextOfMember(this Utf8JsonReader reader, ReadOnlySpan<byte> utf8Name)
    {
        reader.StartObject();
        while (reader.NextMember())
        {
            if (reader.IsMember(utf8Name))
            {
                return reader.TokenType switch
                {
                    JsonTokenType.String => Text(ref reader),
                    JsonTokenType.True => "true",
                    JsonTokenType.False => "false",
                    JsonTokenType.Number => Encoding.UTF8.GetString(TokenText.OfNumber(ref reader)),
                    _ => null,
                };
            }

            reader.SkipMember();
        }

        return null;
    }
}
