using Npgsql;

namespace Dragoman.PostgreSql.Tests;

/// <summary>What the database granted, written by a trigger of the tests into a table of theirs.</summary>
internal static class GrantRecord
{
    public static async Task StartAsync(NpgsqlDataSource database)
    {
        await using NpgsqlCommand command = database.CreateCommand("""
            CREATE TABLE IF NOT EXISTS public.recorded_turn (limit_id bigint, turn_us bigint);
            CREATE OR REPLACE FUNCTION public.record_turn() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO public.recorded_turn VALUES (NEW.limit_id, NEW.turn_us); RETURN NULL; END $$;
            CREATE OR REPLACE TRIGGER record_turn AFTER INSERT OR UPDATE ON dragoman.rate_limit_turn
                FOR EACH ROW EXECUTE FUNCTION public.record_turn();
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The turns of a limit in order, in microseconds since 1970.</summary>
    public static async Task<IReadOnlyList<long>> OfAsync(NpgsqlDataSource database, string limit)
    {
        await using NpgsqlCommand command = database.CreateCommand("SELECT turn_us FROM public.recorded_turn JOIN dragoman.rate_limit ON id = limit_id WHERE name = $1 ORDER BY turn_us");
        command.Parameters.Add(new() { Value = limit });
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<long> turns = [];
        while (await reader.ReadAsync())
        {
            turns.Add(reader.GetInt64(0));
        }

        return turns;
    }
}
