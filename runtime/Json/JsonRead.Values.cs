using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Reads a value of a generated type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T Value<T>(this ref Utf8JsonReader reader)
        where T : IJsonValue<T> => T.Read(ref reader);

    /// <summary>Reads a value of a generated class, or <c>null</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T? ValueOrNull<T>(this ref Utf8JsonReader reader)
        where T : class, IJsonValue<T> => reader.TokenType == JsonTokenType.Null ? null : T.Read(ref reader);

    /// <summary>Reads a value of a generated struct, or <c>null</c>.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The value, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static T? StructOrNull<T>(this ref Utf8JsonReader reader)
        where T : struct, IJsonValue<T> => reader.TokenType == JsonTokenType.Null ? null : T.Read(ref reader);

    /// <summary>Reads an array of values of a generated type.</summary>
    /// <typeparam name="T">What an item is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The items, in the order of the array.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyList<T> List<T>(this ref Utf8JsonReader reader)
        where T : IJsonValue<T> => reader.List(JsonDelegates<T>.Read);

    /// <summary>Reads an array of values of a generated type, or <c>null</c>.</summary>
    /// <typeparam name="T">What an item is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The items, in the order of the array, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyList<T>? ListOrNull<T>(this ref Utf8JsonReader reader)
        where T : IJsonValue<T> => reader.TokenType == JsonTokenType.Null ? null : reader.List<T>();

    /// <summary>Reads an array, or <c>null</c>.</summary>
    /// <typeparam name="T">What an item is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="item">Reads one item.</param>
    /// <returns>The items, in the order of the array, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not an array, or an item is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyList<T>? ListOrNull<T>(this ref Utf8JsonReader reader, JsonReadValue<T> item) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.List(item);

    /// <summary>Reads an object whose members' names are data, and its values of a generated type.</summary>
    /// <typeparam name="T">What a member's value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The values by name, see <see cref="Map{T}(ref Utf8JsonReader, JsonReadValue{T})"/>.</returns>
    /// <exception cref="JsonException">The value is not an object, a name is not valid Unicode, or a value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyDictionary<string, T> Map<T>(this ref Utf8JsonReader reader)
        where T : IJsonValue<T> => reader.Map(JsonDelegates<T>.Read);

    /// <summary>Reads an object whose members' names are data, and its values of a generated type, or <c>null</c>.</summary>
    /// <typeparam name="T">What a member's value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The values by name, see <see cref="Map{T}(ref Utf8JsonReader, JsonReadValue{T})"/>, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not an object, a name is not valid Unicode, or a value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyDictionary<string, T>? MapOrNull<T>(this ref Utf8JsonReader reader)
        where T : IJsonValue<T> => reader.TokenType == JsonTokenType.Null ? null : reader.Map<T>();

    /// <summary>Reads an object whose members' names are data, or <c>null</c>.</summary>
    /// <typeparam name="T">What a member's value is read as.</typeparam>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <param name="value">Reads one member's value.</param>
    /// <returns>The values by name, see <see cref="Map{T}(ref Utf8JsonReader, JsonReadValue{T})"/>, or <see langword="null"/>.</returns>
    /// <exception cref="JsonException">The value is not an object, a name is not valid Unicode, or a value is not of the expected kind or form.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static IReadOnlyDictionary<string, T>? MapOrNull<T>(this ref Utf8JsonReader reader, JsonReadValue<T> value) =>
        reader.TokenType == JsonTokenType.Null ? null : reader.Map(value);
}
