using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman;

/// <summary>Makes a generated reader and writer usable wherever System.Text.Json takes a converter.</summary>
/// <typeparam name="T">The type that is read and written.</typeparam>
/// <param name="read">Reads a value.</param>
/// <param name="write">Writes a value.</param>
public abstract class ApiJsonConverter<T>(JsonReadValue<T> read, JsonWriteValue<T> write) : JsonConverter<T>
{
    private readonly JsonReadValue<T> _read = read ?? throw new ArgumentNullException(nameof(read));
    private readonly JsonWriteValue<T> _write = write ?? throw new ArgumentNullException(nameof(write));

    /// <inheritdoc/>
    public sealed override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => _read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        _write(writer, value);
    }
}
