using System.Text.Json;

namespace Dragoman;

/// <summary>What every generated type can: be read from JSON and be written as JSON, without reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
/// <remarks>Generated types implement it explicitly, so that no member of a document can collide with it. <see cref="JsonType.Of{T}"/> and <see cref="ApiJsonConverter{T}"/> make System.Text.Json use it.</remarks>
public interface IJsonValue<TSelf>
    where TSelf : IJsonValue<TSelf>
{
    /// <summary>Reads a value.</summary>
    /// <param name="reader">The reader, on the value's first token; afterwards on its last token.</param>
    /// <returns>The value.</returns>
    /// <exception cref="JsonException">The value is not valid JSON or not of the expected form.</exception>
    static abstract TSelf Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value.</param>
    static abstract void Write(Utf8JsonWriter writer, TSelf value);

    /// <summary>Writes a value as requests carry it: without the members that only the service sets.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The value.</param>
    static virtual void WriteRequest(Utf8JsonWriter writer, TSelf value) => TSelf.Write(writer, value);
}
