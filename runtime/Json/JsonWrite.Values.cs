using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes a value of a generated type.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Value<T>(this Utf8JsonWriter writer, T value)
        where T : IJsonValue<T> => T.Write(writer, value);

    /// <summary>Writes a value of a generated type as requests carry it: without the members that only the service sets.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Request<T>(this Utf8JsonWriter writer, T value)
        where T : IJsonValue<T> => T.WriteRequest(writer, value);

    /// <summary>Writes a record with a member before its own, which tells it from others.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="member">The member's name in JSON, which is none of the record's own.</param>
    /// <param name="tag">What the member holds.</param>
    /// <param name="value">The record.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Tagged<T>(this Utf8JsonWriter writer, string member, string tag, T value)
        where T : class, IJsonObject
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString(member, tag);
        value.WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>The same as requests carry it: without the members that only the service sets.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="member">The member's name in JSON, which is none of the record's own.</param>
    /// <param name="tag">What the member holds.</param>
    /// <param name="value">The record.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void TaggedRequest<T>(this Utf8JsonWriter writer, string member, string tag, T value)
        where T : class, IJsonObject
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString(member, tag);
        value.WriteRequestMembers(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes a value of a generated class, or <c>null</c>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void ValueOrNull<T>(this Utf8JsonWriter writer, T? value)
        where T : class, IJsonValue<T> => writer.ValueOrNull(value, JsonDelegates<T>.Write);

    /// <summary>Writes a value of a generated struct, or <c>null</c>.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void StructOrNull<T>(this Utf8JsonWriter writer, T? value)
        where T : struct, IJsonValue<T> => writer.StructOrNull(value, JsonDelegates<T>.Write);

    /// <summary>Writes an array of values of a generated type.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="items">The items.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void List<T>(this Utf8JsonWriter writer, IReadOnlyList<T> items)
        where T : IJsonValue<T> => writer.List(items, JsonDelegates<T>.Write);

    /// <summary>Writes an object whose members' names are data, and its values of a generated type.</summary>
    /// <typeparam name="T">What is written.</typeparam>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="values">The values by name.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Map<T>(this Utf8JsonWriter writer, IReadOnlyDictionary<string, T> values)
        where T : IJsonValue<T> => writer.Map(values, JsonDelegates<T>.Write);
}
