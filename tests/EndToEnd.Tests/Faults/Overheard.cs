using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Tracing;
using Microsoft.Extensions.Logging;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Everything that a process tells of its calls without being asked: logs down to Trace, activities with tags and events, and the events of the platform's HTTP client.</summary>
internal sealed class Overheard : EventListener, ILoggerProvider
{
    private readonly ConcurrentQueue<string> _texts = new();
    private readonly ActivityListener _activities;

    public Overheard()
    {
        _activities = new()
        {
            // The service is in the same process, and what it tells is its own affair.
            ShouldListenTo = static source => !source.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public IReadOnlyCollection<string> Texts => _texts;

    public ILogger CreateLogger(string categoryName) => new Recorder(_texts);

    public override void Dispose()
    {
        _activities.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name is "System.Net.Http" or "System.Net.Sockets" or "System.Net.Security" or "System.Net.NameResolution")
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    // The base class calls this before the fields are set.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        _texts?.Enqueue($"event {eventData.EventName}: {string.Join(' ', eventData.Payload ?? (IEnumerable<object?>)[])}");

    private void Add(Activity activity)
    {
        _texts.Enqueue($"activity {activity.DisplayName}: {string.Join(' ', activity.TagObjects)} {activity.StatusDescription} {string.Join(' ', activity.Baggage)}");
        foreach (ActivityEvent told in activity.Events)
        {
            _texts.Enqueue($"activity {activity.DisplayName}, {told.Name}: {string.Join(' ', told.Tags)}");
        }
    }

    private sealed class Recorder(ConcurrentQueue<string> texts) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            texts.Enqueue($"scope {state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            texts.Enqueue($"log {formatter(state, exception)} {exception}");
    }
}
