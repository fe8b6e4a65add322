using System.Text.Json;

namespace Dragoman;

/// <summary>What every generated union can: write what its case holds.</summary>
public interface IJsonUnion
{
    /// <summary>Writes what the case holds.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    void WriteCase(Utf8JsonWriter writer);

    /// <summary>Writes what the case holds as requests carry it: without the members that only the service sets.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    void WriteRequestCase(Utf8JsonWriter writer) => WriteCase(writer);
}

/// <summary>A generated union: what its case holds is the value in JSON.</summary>
/// <typeparam name="TSelf">The union itself.</typeparam>
public interface IJsonUnion<TSelf> : IJsonUnion, IJsonValue<TSelf>
    where TSelf : class, IJsonUnion<TSelf>
{
    /// <inheritdoc/>
    static void IJsonValue<TSelf>.Write(Utf8JsonWriter writer, TSelf value)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteCase(writer);
    }

    /// <inheritdoc/>
    static void IJsonValue<TSelf>.WriteRequest(Utf8JsonWriter writer, TSelf value)
    {
        ArgumentNullException.ThrowIfNull(value);
        value.WriteRequestCase(writer);
    }
}
