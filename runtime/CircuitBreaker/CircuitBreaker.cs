using System.Collections.Concurrent;

namespace Dragoman;

/// <summary>The circuits of a client, one for each service that it calls.</summary>
internal sealed class CircuitBreaker(CircuitBreakerOptions options, PipelineSettings settings)
{
    /// <summary>By origin. They are as few as the document has servers.</summary>
    private readonly ConcurrentDictionary<string, Circuit> _circuits = new(StringComparer.Ordinal);

    /// <summary>The circuit of a call; <see langword="null"/> for one that is sent whatever happens to others: a question whether the service is ready, by which a fleet finds out that it works again, and the handshake of a channel, which has waits of its own.</summary>
    public Circuit? Of(PipelineContext context) => context is { Upgrade: null, Call.Options: null or { IsProbe: false } }
        ? _circuits.GetOrAdd(OriginOf(context), static (_, known) => new(known.Options, known.Clock), (Options: options, Clock: settings.Options.TimeProvider))
        : null;

    /// <summary>The exception of a call that is not let through.</summary>
    public CircuitOpenException Refused(CircuitRefusal refusal, PipelineContext context)
    {
        string message = $"The circuit of {OriginOf(context)} is open: {refusal.Failures} of {refusal.Requests} requests failed within {TimeText.Of(options.SamplingDuration)}.";
        context.Attempts.End(status: null, failure: message, mayHaveBeenReceived: false);
        return new(new()
        {
            Message = message,
            RetryAfter = refusal.Wait,
            Recovery = Recovery.Retry,
            Attempts = context.Attempts.ToList(),
            Operation = context.Call.Operation,
        });
    }

    private string OriginOf(PipelineContext context) => settings.AddressOf(context.Call.Operation).Origin;
}
