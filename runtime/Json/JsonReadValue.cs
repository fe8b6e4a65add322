using System.Text.Json;

namespace Dragoman;

/// <summary>Reads one JSON value: called with the reader on the value's first token, returns with it on the value's last token.</summary>
/// <typeparam name="T">What the value is read as.</typeparam>
/// <param name="reader">The reader, on the value's first token.</param>
/// <returns>The value.</returns>
/// <exception cref="JsonException">The value is not valid JSON or not of the expected form.</exception>
public delegate T JsonReadValue<out T>(ref Utf8JsonReader reader);
