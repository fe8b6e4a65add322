namespace Dragoman;

/// <summary>A quota of retries in memory. It begins with a part of what it can hold, so that short processes do not storm a service that is down.</summary>
/// <remarks>Safe for any number of calls at once; it never holds less than nothing or more than its capacity.</remarks>
public sealed class RetryQuota : IRetryQuota
{
    /// <summary>What a quota holds at most unless it is told otherwise.</summary>
    internal const int UsualCapacity = 500;

    /// <summary>What a quota begins with unless it is told otherwise: seven retries after transient failures.</summary>
    internal const int UsualStart = 100;

    private int _tokens;

    /// <summary>Creates a quota.</summary>
    /// <param name="capacity">The most tokens that it holds; above zero. Default: 500.</param>
    /// <param name="tokens">The tokens that it begins with, 0 to <paramref name="capacity"/>. Default: 100, or the capacity where that is less.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public RetryQuota(int capacity = UsualCapacity, int? tokens = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(capacity, 0);
        int start = tokens ?? Math.Min(UsualStart, capacity);
        ArgumentOutOfRangeException.ThrowIfNegative(start, nameof(tokens));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, capacity, nameof(tokens));
        Capacity = capacity;
        _tokens = start;
    }

    /// <summary>The most tokens that it holds.</summary>
    public int Capacity { get; }

    /// <summary>The tokens that it holds, 0 to <see cref="Capacity"/>.</summary>
    public int Tokens => Volatile.Read(ref _tokens);

    /// <inheritdoc/>
    public ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tokens, 0);
        return cancellationToken.IsCancellationRequested ? ValueTask.FromCanceled<bool>(cancellationToken) : new(TryTake(tokens));
    }

    /// <inheritdoc/>
    public void Return(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tokens, 0);
        int before = Tokens;
        while (before < Capacity)
        {
            // The difference cannot overflow, and the sum could.
            int now = Interlocked.CompareExchange(ref _tokens, before + Math.Min(tokens, Capacity - before), before);
            if (now == before)
            {
                return;
            }

            before = now;
        }
    }

    private bool TryTake(int tokens)
    {
        int before = Tokens;
        while (before >= tokens)
        {
            int now = Interlocked.CompareExchange(ref _tokens, before - tokens, before);
            if (now == before)
            {
                return true;
            }

            before = now;
        }

        return false;
    }
}
