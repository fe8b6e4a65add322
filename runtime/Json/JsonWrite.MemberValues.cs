using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes a member that holds a value of any type; leaves it out where it is <see langword="null"/>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value where there is one.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Member<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteValue<T> write, bool writeNull = false)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <inheritdoc cref="Member{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T, JsonWriteValue{T}, bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Member<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, JsonWriteValue<T> write, bool writeNull = false)
        where T : struct
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            write(writer, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds a value of a generated type; leaves it out where it is <see langword="null"/>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="value">The value.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Value<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, bool writeNull = false)
        where T : IJsonValue<T>
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            T.Write(writer, value);
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <inheritdoc cref="Value{T}(Utf8JsonWriter, ReadOnlySpan{byte}, T, bool)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Value<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, T? value, bool writeNull = false)
        where T : struct, IJsonValue<T>
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            T.Write(writer, value.GetValueOrDefault());
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds an array of values of a generated type; leaves it out where it is <see langword="null"/>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="items">The items.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void List<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, bool writeNull = false)
        where T : IJsonValue<T> => writer.List(name, items, JsonDelegates<T>.Write, writeNull);

    /// <summary>Writes a member that holds an array; leaves it out where it is <see langword="null"/>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="items">The items.</param>
    /// <param name="item">Writes one item.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void List<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<T>? items, JsonWriteValue<T> item, bool writeNull = false)
    {
        if (items is not null)
        {
            writer.WritePropertyName(name);
            writer.List(items, item);
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes a member that holds an object whose members' names are data of values of a generated type; leaves it out where it is <see langword="null"/>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="values">The values.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Map<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values, bool writeNull = false)
        where T : IJsonValue<T> => writer.Map(name, values, JsonDelegates<T>.Write, writeNull);

    /// <summary>Writes a member that holds an object whose members' names are data; leaves it out where it is <see langword="null"/>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, within an object.</param>
    /// <param name="name">The member's name, unescaped, as UTF-8.</param>
    /// <param name="values">The values.</param>
    /// <param name="value">Writes one member's value.</param>
    /// <param name="writeNull"><see langword="true"/> to write <c>null</c> instead of leaving the member out.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Map<T>(this Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyDictionary<string, T>? values, JsonWriteValue<T> value, bool writeNull = false)
    {
        if (values is not null)
        {
            writer.WritePropertyName(name);
            writer.Map(values, value);
        }
        else if (writeNull)
        {
            writer.WriteNull(name);
        }
    }
}
