using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>One event of a stream (WHATWG HTML, section 9.2), as it was sent.</summary>
/// <param name="EventType">What the event is; <c>message</c> where the stream doesn't say.</param>
/// <param name="Data">Its text, several lines joined by line feeds; may be empty.</param>
public sealed record ServerSentEvent(string EventType, string Data)
{
    /// <summary>The last id that the stream had named with this event; empty if there was none.</summary>
    public string Id { get; init; } = "";

    /// <summary>How long to wait before connecting again, if the event says that (<c>retry</c>).</summary>
    public TimeSpan? RetryInterval { get; init; }

    /// <summary>Reads <see cref="Data"/> as JSON.</summary>
    /// <typeparam name="T">What it is read as.</typeparam>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="JsonException">The data is not JSON or not as described; <see cref="JsonException.Path"/> says where.</exception>
    public T ReadJson<T>(JsonReadValue<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        return JsonMessage.Read(Encoding.UTF8.GetBytes(Data), read);
    }
}
