using System.Diagnostics;
using System.Globalization;

namespace Dragoman;

/// <summary>What one call tells of itself while somebody listens. No value of a request is among it: values may be secrets.</summary>
internal sealed class CallTrace : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly long _started;
    private readonly Activity? _activity;
    private TagList _tags;
    private int _retries;

    public CallTrace(ApiOperationInfo operation, BaseAddress address, TimeProvider clock)
    {
        _clock = clock;
        _started = clock.GetTimestamp();
        _tags = new()
        {
            { "dragoman.operation", operation.Id },
            { "http.request.method", operation.Method.Method },
            { "url.template", operation.Path },
            { "server.address", address.Host },
            { "server.port", address.Port },
        };
        _activity = Instruments.Source.StartActivity(operation.Id, ActivityKind.Client, default(ActivityContext), _tags);
    }

    /// <summary>A try failed and is followed by another one.</summary>
    /// <param name="error">What it met: a code, a status or the type of an exception.</param>
    /// <param name="wait">How long is waited for the next one.</param>
    public void Retry(string error, TimeSpan wait)
    {
        _retries++;
        TagList tags = _tags;
        tags.Add("error.type", error);
        Instruments.Retries.Add(1, tags);
        _activity?.AddEvent(new ActivityEvent("retry", tags: new()
        {
            { "error.type", error },
            { "http.request.resend_count", _retries },
            { "dragoman.retry.wait", wait.TotalSeconds },
        }));
    }

    /// <summary>A try was not answered in time, and the request is sent once more beside it.</summary>
    /// <param name="delay">After which time.</param>
    public void Hedge(TimeSpan delay)
    {
        Instruments.Hedges.Add(1, _tags);
        _activity?.AddEvent(new ActivityEvent("hedge", tags: new() { { "dragoman.hedge.delay", delay.TotalSeconds } }));
    }

    /// <summary>The call ended with a response.</summary>
    public void End(ApiResponse response, StopReason stopReason)
    {
        _tags.Add("http.response.status_code", response.Status);
        _activity?.SetTag("http.response.status_code", response.Status);
        End(response.IsSuccess ? null : ErrorType(response), stopReason);
    }

    /// <summary>The call ended without one.</summary>
    public void End(Exception exception, StopReason? stopReason) => End(ErrorType(exception), stopReason);

    /// <summary>The code where the catalog knows it, else the status: what a service makes up would make a series of measurements each.</summary>
    public static string ErrorType(ApiResponse response) =>
        response.Error is { HasKnownCode: true, Code: { } code } ? code : response.Status.ToString(CultureInfo.InvariantCulture);

    public static string ErrorType(Exception exception) => exception.GetType().FullName!;

    public void Dispose() => _activity?.Dispose();

    private void End(string? error, StopReason? stopReason)
    {
        if (_retries > 0)
        {
            _activity?.SetTag("http.request.resend_count", _retries);
        }

        if (error is not null)
        {
            _tags.Add("error.type", error);
            _activity?.SetTag("error.type", error).SetStatus(ActivityStatusCode.Error);
            if (stopReason?.ToString() is { } reason)
            {
                _tags.Add("dragoman.stop_reason", reason);
                _activity?.SetTag("dragoman.stop_reason", reason);
            }
        }

        Instruments.Duration.Record(_clock.GetElapsedTime(_started).TotalSeconds, _tags);
    }
}
