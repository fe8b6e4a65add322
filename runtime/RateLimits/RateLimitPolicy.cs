using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Dragoman;

/// <summary>Sends a try only where the limits have room for it.</summary>
internal sealed class RateLimitPolicy(PipelineSettings settings, RateLimitOptions options, AuthenticationPolicy authentication, PipelinePolicy next) : PipelinePolicy
{
    private readonly TimeProvider _clock = settings.Options.TimeProvider;

    /// <summary>The limits of an operation, which never change, and where the limiter of each is found.</summary>
    private readonly ConcurrentDictionary<ApiOperationInfo, IReadOnlyList<(RateLimitDefinition? Limit, Func<RateLimiter> Find)>> _limits = new();

    public override async ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        List<RateLimitLease> leases = [];
        try
        {
            foreach ((RateLimitDefinition? limit, Func<RateLimiter> find) in _limits.GetOrAdd(context.Call.Operation, LimitsOf))
            {
                RateLimiter limiter = find();
                RateLimitLease? lease = await AcquireAsync(limiter, context, cancellationToken).ConfigureAwait(false);
                if (lease is not null)
                {
                    leases.Add(lease);
                }

                if (lease is not { IsAcquired: true })
                {
                    throw Refused(limit, limiter, lease, context);
                }
            }

            return await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            leases.ForEach(static lease => lease.Dispose());
        }
    }

    private IReadOnlyList<(RateLimitDefinition? Limit, Func<RateLimiter> Find)> LimitsOf(ApiOperationInfo operation)
    {
        IReadOnlyList<RateLimitDefinition> limits = settings.Catalog.Limits;
        RateLimitDefinition[] named = [.. limits.Where(limit => limit.Operations.Contains(operation.Id))];
        IEnumerable<RateLimitDefinition> counted = named.Length > 0 ? named : limits.Where(static limit => limit.Operations.Count == 0);
        List<(RateLimitDefinition?, Func<RateLimiter>)> found = [.. counted.Select(limit => ((RateLimitDefinition?)limit, FinderOf(limit, operation)))];
        if (options.Limiter is { } own)
        {
            found.Add((null, () => own));
        }

        return found;
    }

    private Func<RateLimiter> FinderOf(RateLimitDefinition limit, ApiOperationInfo operation)
    {
        if (options.LimiterOf?.Invoke(limit.Name) is { } own)
        {
            return () => own;
        }

        SharedLimit shared = SharedLimiters.Of(limit, settings.BaseAddress.Origin, authentication.CredentialsOf(operation), _clock);
        return () => SharedLimiters.Get(shared);
    }

    /// <summary>A lease with a permit or without one, or <see langword="null"/> if the call's time was over before.</summary>
    private async ValueTask<RateLimitLease?> AcquireAsync(RateLimiter limiter, PipelineContext context, CancellationToken cancellationToken)
    {
        if (context.Deadline.Remaining is not { } remaining)
        {
            return await AskAsync(limiter, null, cancellationToken).ConfigureAwait(false);
        }

        using TimeoutSource timeout = new(remaining, _clock, cancellationToken);
        try
        {
            return await AskAsync(limiter, remaining, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (OperationCanceledException) when (timeout.HasEnded)
        {
            return null;
        }
    }

    private ValueTask<RateLimitLease> AskAsync(RateLimiter limiter, TimeSpan? remaining, CancellationToken cancellationToken)
    {
        bool waits = options.Mode == RateLimitMode.Wait && !(limiter is WindowRateLimiter window && window.Waiting >= options.QueueLimit);
        return limiter switch
        {
            IDeadlineRateLimiter informed => informed.AcquireAsync(1, waits ? PatienceOf(remaining) : TimeSpan.Zero, cancellationToken),
            _ when waits => limiter.AcquireAsync(1, cancellationToken),

            // Limiters of .NET have no other way to try.
            _ => new(limiter.AttemptAcquire()),
        };
    }

    /// <summary>A turn that comes with the deadline comes too late.</summary>
    private static TimeSpan PatienceOf(TimeSpan? remaining) => remaining switch
    {
        null => Timeout.InfiniteTimeSpan,
        { Ticks: > 0 } time => time - TimeSpan.FromTicks(1),
        _ => TimeSpan.Zero,
    };

    private ClientRateLimitException Refused(RateLimitDefinition? limit, RateLimiter limiter, RateLimitLease? lease, PipelineContext context)
    {
        string message = limit is null || limiter is not WindowRateLimiter
            ? $"The client's own limiter{(limit is null ? "" : $" in place of '{limit.Name}'")} had no room for '{context.Call.Operation.Id}'."
            : $"The limit {limit} had no room for '{context.Call.Operation.Id}'.";
        TimeSpan? wait = lease?.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) == true ? after : null;
        context.Attempts.End(status: null, failure: message, mayHaveBeenReceived: false);
        ApiError error = new()
        {
            Message = message,
            RetryAfter = wait,
            Recovery = Recovery.Retry,
            StopReason = lease is null || (options.Mode == RateLimitMode.Wait && wait >= context.Deadline.Remaining) ? StopReason.DeadlineTooClose : StopReason.NotRetryable,
            Attempts = context.Attempts.ToList(),
            Operation = context.Call.Operation,
        };
        return new(error, limit?.Name);
    }
}
