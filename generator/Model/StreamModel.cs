namespace Dragoman.Generator.Model;

/// <summary>What an item of a stream is.</summary>
internal enum StreamItem
{
    /// <summary>The event as it was sent.</summary>
    Event,

    /// <summary>The data of each event as text.</summary>
    Text,

    /// <summary>The data of each event read as JSON.</summary>
    Json,

    /// <summary>A case for each kind of event.</summary>
    Cases,
}

/// <summary>A success that is a stream: of server-sent events (the <c>x-event-stream</c> extension), or of JSON values one after the other.</summary>
/// <param name="Type">The items' type; null for events as they were sent.</param>
/// <param name="IsNullable">True where JSON's null is an item.</param>
/// <param name="End">The events after which the stream is complete.</param>
/// <param name="Error">The events whose data is an error body.</param>
/// <param name="Reconnects">True where a stream that broke off is continued.</param>
/// <param name="IdleTimeout">The longest silence, in milliseconds; null for the runtime's own.</param>
internal sealed record StreamModel(StreamItem Item, TypeRef? Type, bool IsNullable, EquatableArray<string> End, EquatableArray<string> Error, bool Reconnects, long? IdleTimeout)
{
    /// <summary>The media type of JSON values one after the other; empty for server-sent events.</summary>
    public string LinesType { get; init; } = "";
}

/// <summary>The method that streams what another method of the operation returns as a whole.</summary>
/// <param name="Name">The method without its <c>Async</c>.</param>
internal sealed record StreamTwinModel(string Name, StreamModel Stream);
