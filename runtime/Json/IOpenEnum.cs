using System.Text.Json;

namespace Dragoman;

/// <summary>An open enumeration: a value as it is sent, of which the document knows some. Any other is kept as it is.</summary>
/// <typeparam name="TSelf">The enumeration itself.</typeparam>
/// <typeparam name="TValue">The type of the values: <see cref="string"/>, <see cref="int"/>, <see cref="long"/> or <see cref="double"/>.</typeparam>
public interface IOpenEnum<TSelf, TValue> : IJsonValue<TSelf>
    where TSelf : struct, IOpenEnum<TSelf, TValue>
{
    /// <summary>The value as it is sent.</summary>
    TValue Value { get; }

    /// <summary>Takes any value, also one that the document does not know.</summary>
    /// <param name="value">The value as it is sent.</param>
    static abstract implicit operator TSelf(TValue value);

    /// <inheritdoc/>
    static TSelf IJsonValue<TSelf>.Read(ref Utf8JsonReader reader) => JsonScalar<TValue>.Read(ref reader);

    /// <inheritdoc/>
    static void IJsonValue<TSelf>.Write(Utf8JsonWriter writer, TSelf value) => JsonScalar<TValue>.Write(writer, value.Value);
}
