using System.Net.ServerSentEvents;

namespace Dragoman;

/// <summary>The events of one response.</summary>
internal sealed class EventConnection : IAsyncDisposable
{
    private readonly ApiResponse _response;
    private readonly EventText _text;
    private readonly SseParser<string> _parser;
    private readonly IAsyncEnumerator<SseItem<string>> _items;
    private string _lastEventId;

    /// <summary>Begins to read.</summary>
    /// <param name="response">The open response; owned.</param>
    /// <param name="lastEventId">The id that holds until the stream names one.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public EventConnection(ApiResponse response, string lastEventId, CancellationToken cancellationToken)
    {
        _response = response;
        _lastEventId = lastEventId;
        _text = new(response);
        _parser = SseParser.Create(_text);
        _items = _parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
    }

    public ResponseReport Report => _response.Report;

    /// <summary>The id to go on after: never that of an event which broke off.</summary>
    public string LastEventId => _text.IsBetweenEvents && _parser.LastEventId.Length > 0 ? _parser.LastEventId : _lastEventId;

    /// <summary>How long the service asks to wait before the next connection, or <see langword="null"/> if it doesn't.</summary>
    public TimeSpan? RetryInterval => _parser.ReconnectionInterval is { } interval && interval != Timeout.InfiniteTimeSpan ? interval : null;

    /// <summary>The next event, or <see langword="null"/> when the service has ended the stream.</summary>
    public async ValueTask<ServerSentEvent?> NextAsync()
    {
        if (!await _items.MoveNextAsync().ConfigureAwait(false))
        {
            return null;
        }

        SseItem<string> item = _items.Current;
        _lastEventId = item.EventId ?? _lastEventId;

        // An empty type is the default one; the parser takes it as it is.
        string type = item.EventType.Length == 0 ? SseParser.EventTypeDefault : item.EventType;
        return new(type, item.Data) { Id = _lastEventId, RetryInterval = item.ReconnectionInterval };
    }

    public async ValueTask DisposeAsync()
    {
        await _items.DisposeAsync().ConfigureAwait(false);
        _response.Dispose();
    }
}
