using System.Text.Json;

namespace Dragoman;

/// <summary>What every generated record can: write its members. Of records that derive from each other the one that was made writes.</summary>
public interface IJsonObject
{
    /// <summary>Writes the members.</summary>
    /// <param name="writer">The writer, within an object.</param>
    void WriteMembers(Utf8JsonWriter writer);

    /// <summary>Writes the members as requests carry them: without those that only the service sets.</summary>
    /// <param name="writer">The writer, within an object.</param>
    void WriteRequestMembers(Utf8JsonWriter writer) => WriteMembers(writer);
}

/// <summary>A generated record: an object in JSON.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
/// <remarks>A record that derives from another lists the interface again, and so writes its own members where it is written as the other.</remarks>
public interface IJsonObject<TSelf> : IJsonObject, IJsonValue<TSelf>
    where TSelf : class, IJsonObject<TSelf>
{
    /// <inheritdoc/>
    static void IJsonValue<TSelf>.Write(Utf8JsonWriter writer, TSelf value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        value.WriteMembers(writer);
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    static void IJsonValue<TSelf>.WriteRequest(Utf8JsonWriter writer, TSelf value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        value.WriteRequestMembers(writer);
        writer.WriteEndObject();
    }
}
