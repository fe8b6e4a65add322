using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Reads an array.</summary>
    /// <typeparam name="T">What an item is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="item">Reads one item.</param>
    /// <returns>The items, in the order of the array.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyList<T> List<T>(this ref Utf8JsonReader reader, JsonReadValue<T> item)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonFailure.WrongKind("an array", reader.TokenType);
        }

        reader.Advance();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        List<T> items = [];
        do
        {
            items.Add(item(ref reader));
            reader.Advance();
        }
        while (reader.TokenType != JsonTokenType.EndArray);

        return items;
    }

    /// <summary>Reads an object whose members' names are data.</summary>
    /// <typeparam name="T">What a member's value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="value">Reads one member's value.</param>
    /// <returns>The values by name, compared ordinally, in the order of the object. Of members with the same name the last one counts.</returns>
    /// <exception cref="JsonException">The value is not an object, a name is not valid Unicode, or a value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyDictionary<string, T> Map<T>(this ref Utf8JsonReader reader, JsonReadValue<T> value)
    {
        reader.StartObject();

        Dictionary<string, T> map = new(StringComparer.Ordinal);
        while (reader.NextMember())
        {
            string name = Text(ref reader);
            reader.Advance();
            map[name] = value(ref reader);
        }

        return map;
    }

    /// <summary>Reads a member that has no property of its own, into the values of such members.</summary>
    /// <typeparam name="T">What the member's value is read as.</typeparam>
    /// <param name="reader">The reader, on the member's name.</param>
    /// <param name="members">The values by name, created when the first one is read.</param>
    /// <param name="value">Reads the member's value.</param>
    /// <exception cref="JsonException">The name is not valid Unicode, or the value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void AddMember<T>(this ref Utf8JsonReader reader, ref Dictionary<string, T>? members, JsonReadValue<T> value)
    {
        string name = Text(ref reader);
        reader.Advance();
        members ??= new(StringComparer.Ordinal);
        members[name] = value(ref reader);
    }
}
