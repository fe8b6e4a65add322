using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;
using System.Text.Json;

namespace Dragoman;

/// <summary>The events of a call, over as many connections as it takes.</summary>
internal sealed class EventSource(PipelineSettings settings, ReconnectionQuota quota, ApiCall call, EventStreamInfo info, OpenCall open, CancellationToken cancellationToken) : IAsyncDisposable
{
    private const string MediaType = "text/event-stream";

    /// <summary>How often in a row, without an event between, a stream is opened again. The counter is the source's own: an event sets it back.</summary>
    private static readonly RetryRule s_reconnection = RetryRule.Backoff(RetryLimits.MostRetries, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));

    private readonly AttemptLog _attempts = new(settings.Options.TimeProvider);
    private EventConnection? _connection;
    private RetryHistory _inARow = new();
    private string _lastEventId = "";
    private TimeSpan? _retryInterval;
    private TransportException? _failure;
    private bool _wasOpen;
    private bool _hasEnded;
    private bool _isComplete;

    /// <summary>The next event, or <see langword="null"/> after the last one.</summary>
    public async ValueTask<ServerSentEvent?> NextAsync()
    {
        while (!_isComplete)
        {
            try
            {
                _connection ??= await ConnectAsync().ConfigureAwait(false);
                if (_connection is not null && await _connection.NextAsync().ConfigureAwait(false) is { } next)
                {
                    _isComplete = info.End.Contains(next.EventType);
                    ForgetFailures();
                    return next;
                }

                _isComplete = _connection is null || (info.End.Count == 0 && !info.Reconnects);
                if (!_isComplete)
                {
                    _hasEnded = true;
                    throw _connection!.Report.ToTransportException(new IOException("The stream ended before its last event."));
                }
            }
            catch (TransportException failure) when (info.Reconnects && _wasOpen)
            {
                _failure = failure;
                await CloseAsync().ConfigureAwait(false);
                await WaitAsync(failure).ConfigureAwait(false);
            }
            catch (CircuitOpenException) when (_failure is not null)
            {
                // Nothing was sent, and a later turn of the row may find the circuit closed.
                quota.Return();
                await WaitAsync(_failure, isHeldBack: true).ConfigureAwait(false);
            }
        }

        return null;
    }

    /// <summary>What the caller gets for an event.</summary>
    /// <exception cref="ApiException">The event is an error, or not as described.</exception>
    public T Read<T>(ServerSentEvent received, Func<ServerSentEvent, T> read)
    {
        ResponseReport report = _connection!.Report;
        if (info.Error.Contains(received.EventType) && ResponseError.Read(received, report) is { IsAdvisory: false } error)
        {
            throw report.ToException(error);
        }

        try
        {
            return read(received);
        }
        catch (JsonException exception)
        {
            throw report.ToFormatException(received, exception);
        }
    }

    public ValueTask DisposeAsync() => CloseAsync();

    /// <summary>Opens the stream, or returns <see langword="null"/> if the service says that there is nothing more (204).</summary>
    private async ValueTask<EventConnection?> ConnectAsync()
    {
        BodyStreaming streaming = new()
        {
            MediaType = MediaType,
            IdleTimeout = info.IdleTimeout,
            LastEventId = _lastEventId.Length > 0 ? _lastEventId : null,
            Attempts = _attempts,
        };
        ApiResponse response = await open(call, streaming, cancellationToken).ConfigureAwait(false);
        if (response.IsOpen)
        {
            _wasOpen = true;
            return new(response, _lastEventId, cancellationToken);
        }

        using (response)
        {
            return response.Status == 204 && info.Reconnects ? null
                : throw (response.IsSuccess ? response.FormatFailure($"The response is not {MediaType}.") : response.ToException());
        }
    }

    /// <summary>Waits before the next connection. One whose turn comes without tokens for it waits for the next turn of the row.</summary>
    /// <param name="failure">Why one is needed.</param>
    /// <param name="isHeldBack">Whether the last turn passed without a connection.</param>
    /// <exception cref="TransportException">There is none: the failure.</exception>
    private async ValueTask WaitAsync(TransportException failure, bool isHeldBack = false)
    {
        RetryRule rule = failure.IsRetryable && HeaderField.CanSend(_lastEventId) ? s_reconnection : RetryRule.Never;
        RetryLimits limits = PipelineContext.LimitsOf(call, settings.Options);
        RetryFailure failed = new(rule, IsHarmless: true, new(Repeats: null, _retryInterval));

        // A service that ends a stream in order wants to be asked again.
        RetryClass kind = _hasEnded ? RetryClass.NotReady : failed.Class;
        _hasEnded = false;
        do
        {
            double jitter = Backoff.Jitter(settings.Options.Random);
            RetryPlan plan = RetryPlan.Of(failed, _inARow, limits, remaining: null, jitter);
            if (plan.Stop is { } stop)
            {
                Stop(failure, isHeldBack ? StopReason.QuotaSpent : stop);
            }

            // A service that asks for a very short wait doesn't get every reconnection at once.
            TimeSpan backoff = Backoff.Delay(rule, _inARow.Total, jitter);
            _inARow.Add(failed);
            TimeSpan delay = plan.Delay > backoff ? plan.Delay : backoff;
            _attempts.AddWait(delay);
            await Task.Delay(delay, settings.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            isHeldBack = !await quota.TryTakeAsync(kind, cancellationToken).ConfigureAwait(false);
        }
        while (isHeldBack);
    }

    [DoesNotReturn]
    private static void Stop(TransportException failure, StopReason reason)
    {
        failure.Error = failure.Error with { StopReason = reason };
        ExceptionDispatchInfo.Throw(failure);
    }

    /// <summary>An event begins a new row.</summary>
    private void ForgetFailures()
    {
        if (_inARow.Total > 0)
        {
            quota.Return();
            _failure = null;
            _inARow = new();
            _attempts.Forget();
        }
    }

    private async ValueTask CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            _lastEventId = connection.LastEventId;
            _retryInterval = connection.RetryInterval ?? _retryInterval;
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
