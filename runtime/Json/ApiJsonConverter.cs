using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman;

/// <summary>Makes a generated type usable wherever System.Text.Json takes a converter.</summary>
/// <typeparam name="T">The type that is read and written.</typeparam>
public sealed class ApiJsonConverter<T> : JsonConverter<T>
    where T : IJsonValue<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.Read(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        T.Write(writer, value);
    }
}
