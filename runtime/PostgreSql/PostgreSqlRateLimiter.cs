using System.Threading.RateLimiting;
using Npgsql;

namespace Dragoman;

/// <summary>So many permits in any time of one length, for all processes that name the same limit in one database.</summary>
/// <remarks>
/// One round trip tells when one's turn is, by the clock of the database, and reserves it; until then the wait is here. Turns come in the
/// order in which the database was asked, and no window has more of them than permits. Who stops waiting gives the turn back. The schema
/// is made by <see cref="PostgreSqlLimits.CreateSchemaAsync"/>.
/// </remarks>
public sealed class PostgreSqlRateLimiter : RateLimiter, IDeadlineRateLimiter
{
    /// <summary>Less than the longest time of a timer.</summary>
    private static readonly TimeSpan s_longestDelay = TimeSpan.FromDays(1);

    private readonly PostgreSqlRateLimiterOptions _options;
    private readonly DatabaseAccess _database;
    private readonly TurnQueue _turns;
    private int _waiting;
    private long _granted;
    private long _refused;
    private long _unchecked;
    private long _lastUse;
    private volatile bool _isDisposed;

    /// <summary>Keeps a limit in a database. Nothing is asked before the first permit.</summary>
    /// <param name="dataSource">The database. It is not disposed.</param>
    /// <param name="options">Which limit, and how.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public PostgreSqlRateLimiter(NpgsqlDataSource dataSource, PostgreSqlRateLimiterOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _database = new(dataSource, options);
        _turns = new(options, _database);
        _lastUse = options.TimeProvider.GetTimestamp();
    }

    /// <summary>How many permits this limiter gave without the database, by <see cref="UnavailableMode.Open"/>.</summary>
    public long UncheckedPermits => Interlocked.Read(ref _unchecked);

    /// <summary>How long nobody has asked; <see langword="null"/> while somebody waits.</summary>
    public override TimeSpan? IdleDuration => Volatile.Read(ref _waiting) > 0 ? null : _options.TimeProvider.GetElapsedTime(Volatile.Read(ref _lastUse));

    /// <summary>What this limiter did. How many permits are free is known to the database alone, and is given as 0.</summary>
    public override RateLimiterStatistics GetStatistics() => new()
    {
        CurrentQueuedCount = Volatile.Read(ref _waiting),
        TotalSuccessfulLeases = Interlocked.Read(ref _granted),
        TotalFailedLeases = Interlocked.Read(ref _refused),
    };

    /// <inheritdoc/>
    /// <remarks>A longer patience than <see cref="PostgreSqlRateLimiterOptions.MaxWait"/> counts as that.</remarks>
    public async ValueTask<RateLimitLease> AcquireAsync(int permitCount, TimeSpan patience, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(permitCount);
        int ahead = Interlocked.Increment(ref _waiting) - 1;
        try
        {
            TimeSpan maxWait = ahead >= _options.QueueLimit ? TimeSpan.Zero : Shorter(patience, _options.MaxWait);
            return await TakeAsync(permitCount, maxWait, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>A permit that is valid at once, or none. Blocks for a round trip: <see cref="AcquireAsync(int, TimeSpan, CancellationToken)"/> does not.</summary>
    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) =>
        TakeAsync(permitCount, TimeSpan.Zero, CancellationToken.None).GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        AcquireAsync(permitCount, Timeout.InfiniteTimeSpan, cancellationToken);

    /// <summary>Refuses those who come afterwards. Those who wait still get their turns.</summary>
    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _isDisposed = true;

    /// <summary>Waits for the trips under way besides, of which each has its time limit.</summary>
    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        _isDisposed = true;
        await _turns.Trips.ConfigureAwait(false);
    }

    private async Task<RateLimitLease> TakeAsync(int permits, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(permits, _options.Permits, "permitCount");
        Volatile.Write(ref _lastUse, _options.TimeProvider.GetTimestamp());
        Turn turn = await _turns.AskAsync(permits, maxWait, cancellationToken).ConfigureAwait(false);
        long answered = _options.TimeProvider.GetTimestamp();
        if (turn.IsUnknown)
        {
            return Unknown(turn);
        }

        if (turn.Ticket is null && (permits > 0 || turn.Wait > TimeSpan.Zero))
        {
            Interlocked.Increment(ref _refused);
            return new TurnLease(isAcquired: false, turn.Wait);
        }

        try
        {
            await WaitAsync(turn.Wait, answered, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _turns.GiveBack(turn);
            throw;
        }

        Interlocked.Increment(ref _granted);
        return new TurnLease(isAcquired: true);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) =>
        one == Timeout.InfiniteTimeSpan ? other
        : other == Timeout.InfiniteTimeSpan || one < other ? one
        : other;

    private TurnLease Unknown(Turn turn)
    {
        if (_options.WhenUnavailable == UnavailableMode.Open)
        {
            Interlocked.Add(ref _unchecked, turn.Permits);
            Interlocked.Increment(ref _granted);
            return new(isAcquired: true);
        }

        Interlocked.Increment(ref _refused);
        return new(isAcquired: false, turn.Wait, "The database of the limit is away.");
    }

    /// <summary>Waits until the turn has come. The platform's timers may be some milliseconds early.</summary>
    private async Task WaitAsync(TimeSpan wait, long start, CancellationToken cancellationToken)
    {
        while (wait - _options.TimeProvider.GetElapsedTime(start) is { } rest && rest > TimeSpan.Zero)
        {
            TimeSpan delay = TimeSpan.FromMilliseconds(Math.Ceiling(rest.TotalMilliseconds));
            await Task.Delay(delay < s_longestDelay ? delay : s_longestDelay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
