using Npgsql;
using NpgsqlTypes;

namespace Dragoman;

/// <summary>A quota of retries that all processes share which name the same one in one database. It behaves as the one in memory.</summary>
/// <remarks>Taking costs a round trip. What is given back is gathered and goes with the next taking, or after a while. The schema is made by <see cref="PostgreSqlLimits.CreateSchemaAsync"/>.</remarks>
public sealed class PostgreSqlRetryQuota : IRetryQuota, IAsyncDisposable
{
    private readonly object _gate = new();
    private readonly PostgreSqlRetryQuotaOptions _options;
    private readonly DatabaseAccess _database;
    private readonly SemaphoreSlim _trip = new(1);
    private readonly CancellationTokenSource _ended = new();
    private Task _returning = Task.CompletedTask;
    private Task _late = Task.CompletedTask;
    private int _returned;
    private bool _isDisposed;

    /// <summary>Keeps a quota in a database. Nothing is asked before the first retry.</summary>
    /// <param name="dataSource">The database. It is not disposed.</param>
    /// <param name="options">Which quota, and how.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public PostgreSqlRetryQuota(NpgsqlDataSource dataSource, PostgreSqlRetryQuotaOptions options)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        _options = options;
        _database = new(dataSource, options);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The database has no schema for limits.</exception>
    /// <exception cref="PostgresException">The database refuses: the role lacks a privilege.</exception>
    /// <exception cref="ObjectDisposedException">The quota was disposed.</exception>
    public async ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tokens, 0);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Task<bool?> taking = TravelAsync(tokens, cancellationToken);
        try
        {
            return await taking.WaitAsync(cancellationToken).ConfigureAwait(false) ?? _options.WhenUnavailable == UnavailableMode.Open;
        }
        catch (OperationCanceledException) when (!taking.IsCanceled)
        {
            lock (_gate)
            {
                _late = Task.WhenAll(_late, ReturnLateAsync(taking, tokens));
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public void Return(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(tokens, 0);
        lock (_gate)
        {
            _returned += Math.Min(tokens, _options.Capacity - _returned);
            if (_returning.IsCompleted && !_isDisposed)
            {
                _returning = DetachedTask.Run(ReturnAsync);
            }
        }
    }

    /// <summary>Brings back what was given back, within the time of some trips.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            if (_isDisposed)
            {
                return;
            }

            _isDisposed = true;
        }

        await _ended.CancelAsync().ConfigureAwait(false);
        await _returning.ConfigureAwait(false);
        await _late.ConfigureAwait(false);
        await BringBackAsync().ConfigureAwait(false);
        _ended.Dispose();
    }

    private async Task ReturnAsync()
    {
        try
        {
            await Task.Delay(_options.ReturnInterval, _options.TimeProvider, _ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Disposing brings it back itself.
            return;
        }

        await BringBackAsync().ConfigureAwait(false);
    }

    private async Task BringBackAsync()
    {
        try
        {
            await TravelAsync(0, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or NpgsqlException)
        {
            // Nobody waits here. Who takes tokens is told.
        }
    }

    /// <summary>Gives back what a trip took for a caller who has left.</summary>
    private async Task ReturnLateAsync(Task<bool?> taking, int tokens)
    {
        await ((Task)taking).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (taking.IsCompletedSuccessfully && await taking.ConfigureAwait(false) == true)
        {
            Return(tokens);
        }
    }

    /// <summary>Brings what was given back, and takes tokens; <see langword="null"/> if the database is away. What was on its way then is lost, since it may have arrived.</summary>
    private async Task<bool?> TravelAsync(int tokens, CancellationToken cancellationToken)
    {
        // One at a time: many calls that fail together must not take all connections.
        await _trip.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            int returned;
            lock (_gate)
            {
                returned = _returned;
                _returned = 0;
            }

            if (tokens == 0 && returned == 0)
            {
                return true;
            }

            object? isTaken = await _database.TryAsync((connection, token) => SendAsync(tokens, returned, connection, token)).ConfigureAwait(false);
            return (bool?)isTaken;
        }
        finally
        {
            _trip.Release();
        }
    }

    private async Task<object> SendAsync(int tokens, int returned, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new("SELECT dragoman.take_tokens($1, $2, $3, $4, $5)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = _options.Name, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter<int> { TypedValue = _options.Capacity },
                new NpgsqlParameter<int> { TypedValue = _options.Tokens },
                new NpgsqlParameter<int> { TypedValue = tokens },
                new NpgsqlParameter<int> { TypedValue = returned },
            },
        };
        return (await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
