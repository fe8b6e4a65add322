using System.Text.Json;

namespace Dragoman;

/// <summary>Writes one JSON value where the writer stands.</summary>
/// <typeparam name="T">What is written.</typeparam>
/// <param name="writer">The writer, at a place where a value may stand.</param>
/// <param name="value">The value.</param>
public delegate void JsonWriteValue<in T>(Utf8JsonWriter writer, T value);
