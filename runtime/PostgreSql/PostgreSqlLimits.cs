using Npgsql;

namespace Dragoman;

/// <summary>What limits need in a database.</summary>
public static class PostgreSqlLimits
{
    /// <summary>Makes the schema <c>dragoman</c> with its tables and functions, or brings it up to date. What is stored is kept, and it may be called at any time by any number of processes.</summary>
    /// <param name="dataSource">The database, by a role that may create a schema. To use it afterwards, a role needs <c>USAGE</c> of the schema, and <c>SELECT</c>, <c>INSERT</c>, <c>UPDATE</c> and <c>DELETE</c> of its tables.</param>
    /// <param name="cancellationToken">Ends it; the database is then as it was.</param>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses.</exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static async Task CreateSchemaAsync(NpgsqlDataSource dataSource, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        NpgsqlConnection connection = await dataSource.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        foreach (string part in (string[])[LimitSchema.Lock, LimitSchema.RateLimits, LimitSchema.TakeTurns, QuotaSchema.RetryQuotas, QuotaSchema.TakeTokens])
        {
            using NpgsqlCommand command = new(part, connection, transaction);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}
