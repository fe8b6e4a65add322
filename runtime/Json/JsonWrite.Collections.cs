using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">What an item is.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes one item.</param>
    /// <exception cref="ArgumentNullException"><paramref name="items"/> is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void List<T>(this Utf8JsonWriter writer, IReadOnlyList<T> items, JsonWriteValue<T> item)
    {
        ArgumentNullException.ThrowIfNull(items);

        writer.WriteStartArray();

        // By index, as an enumerator of an interface is an allocation.
        for (int index = 0; index < items.Count; index++)
        {
            item(writer, items[index]);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes an object whose members' names are data.</summary>
    /// <typeparam name="T">What a member's value is.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="value">Writes one member's value.</param>
    /// <exception cref="ArgumentNullException"><paramref name="values"/> is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Map<T>(this Utf8JsonWriter writer, IReadOnlyDictionary<string, T> values, JsonWriteValue<T> value)
    {
        ArgumentNullException.ThrowIfNull(values);

        writer.WriteStartObject();
        foreach ((string name, T member) in values)
        {
            writer.WritePropertyName(name);
            value(writer, member);
        }

        writer.WriteEndObject();
    }

    /// <summary>Writes the members of an object that have no property of their own.</summary>
    /// <typeparam name="T">What a member's value is.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="members">The values by name; <see langword="null"/> where there are none.</param>
    /// <param name="value">Writes one member's value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Members<T>(this Utf8JsonWriter writer, IReadOnlyDictionary<string, T>? members, JsonWriteValue<T> value)
    {
        if (members is null)
        {
            return;
        }

        foreach ((string name, T member) in members)
        {
            writer.WritePropertyName(name);
            value(writer, member);
        }
    }

    /// <summary>Writes a value of a reference type, or <c>null</c>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    /// <param name="write">Writes the value where there is one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void ValueOrNull<T>(this Utf8JsonWriter writer, T? value, JsonWriteValue<T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value);
        }
    }

    /// <summary>Writes a value of a value type, or <c>null</c>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    /// <param name="write">Writes the value where there is one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void StructOrNull<T>(this Utf8JsonWriter writer, T? value, JsonWriteValue<T> write)
        where T : struct
    {
        if (value is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            write(writer, value.GetValueOrDefault());
        }
    }
}
