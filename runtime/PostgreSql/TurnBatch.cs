using Npgsql;
using NpgsqlTypes;

namespace Dragoman;

/// <summary>What one round trip carries: those who ask, in their order, and tickets that nobody will use.</summary>
internal sealed record TurnBatch(IReadOnlyList<TurnRequest> Requests, long[] Returned)
{
    /// <summary>The answers to the requests, in their order.</summary>
    public async Task<IReadOnlyList<Turn>> SendAsync(PostgreSqlRateLimiterOptions limit, NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        using NpgsqlCommand command = new("SELECT first_ticket, wait_us FROM dragoman.take_turns($1, $2, $3, $4, $5, $6)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = limit.Name, NpgsqlDbType = NpgsqlDbType.Text },
                new NpgsqlParameter<int> { TypedValue = limit.Permits },
                new NpgsqlParameter<long> { TypedValue = (limit.Window.Ticks + TimeSpan.TicksPerMicrosecond - 1) / TimeSpan.TicksPerMicrosecond },
                new NpgsqlParameter<int[]> { TypedValue = [.. Requests.Select(static request => request.Permits)] },
                new NpgsqlParameter<long[]> { TypedValue = [.. Requests.Select(static request => request.MaxWait)] },
                new NpgsqlParameter<long[]> { TypedValue = Returned },
            },
        };
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = reader.ConfigureAwait(false);
        List<Turn> turns = [];
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            turns.Add(new(reader.IsDBNull(0) ? null : reader.GetInt64(0), Requests[turns.Count].Permits, TimeSpan.FromMicroseconds(reader.GetInt64(1))));
        }

        return turns;
    }
}
