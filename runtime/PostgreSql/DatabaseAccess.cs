using Npgsql;

namespace Dragoman;

/// <summary>Asks the database, within a time. After a failure it is not asked for a while, so that those who ask are not held up by each question.</summary>
internal sealed class DatabaseAccess(NpgsqlDataSource dataSource, PostgreSqlOptions options)
{
    private readonly object _gate = new();
    private long? _failed;

    /// <summary>How long the database will not be asked; zero if it is not known to be away.</summary>
    public TimeSpan TimeToTrip
    {
        get
        {
            lock (_gate)
            {
                return _failed is { } failed && options.Pause - options.TimeProvider.GetElapsedTime(failed) is { } rest && rest > TimeSpan.Zero ? rest : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Makes one trip; <see langword="null"/> if the database is away.</summary>
    /// <exception cref="InvalidOperationException">The database has no schema for limits.</exception>
    /// <exception cref="PostgresException">The database refuses: the role lacks a privilege.</exception>
    public async Task<T?> TryAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> trip)
        where T : class
    {
        if (TimeToTrip > TimeSpan.Zero)
        {
            return null;
        }

        using CancellationTokenSource limit = new(options.TripTimeout, options.TimeProvider);
        try
        {
            // Npgsql ends a canceled command by a question of its own, which a server that hangs does not answer either.
            T answer = await TravelAsync(trip, limit.Token).WaitAsync(limit.Token).ConfigureAwait(false);
            Note(null);
            return answer;
        }
        catch (PostgresException missing) when (missing.SqlState is PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedTable)
        {
            throw new InvalidOperationException($"The database has no schema for limits, or an older one. {nameof(PostgreSqlLimits)}.{nameof(PostgreSqlLimits.CreateSchemaAsync)} makes it.", missing);
        }
        catch (Exception failure) when (failure is NpgsqlException or OperationCanceledException && !IsMistake(failure))
        {
            Note(options.TimeProvider.GetTimestamp());
            return null;
        }
    }

    private async Task<T> TravelAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> trip, CancellationToken cancellationToken)
    {
        try
        {
            return await OnceAsync(trip, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException failure) when (!IsMistake(failure) && !cancellationToken.IsCancellationRequested)
        {
            // A connection of the pool may have ended unnoticed while the database is there. What was taken by the first trip stays unused.
            return await OnceAsync(trip, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, CancellationToken, Task<T>> trip, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        return await trip(connection, cancellationToken).ConfigureAwait(false);
    }

    private void Note(long? failed)
    {
        lock (_gate)
        {
            _failed = failed;
        }
    }

    /// <summary>Whether the program has to change (PostgreSQL, appendix A, classes 22, 3F and 42), so that neither waiting nor letting through would be right.</summary>
    private static bool IsMistake(Exception failure) => failure is PostgresException { SqlState: { Length: 5 } state } && (state[..2] is "22" or "3F" or "42");
}
