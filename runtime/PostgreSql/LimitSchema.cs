namespace Dragoman;

/// <summary>The tables and functions of limits. All of it is constant: names and numbers of limits reach the database as parameters.</summary>
/// <remarks>Times are microseconds since 1970 by the clock of the database, as whole numbers, so that no sum of them depends on a time zone or a calendar.</remarks>
internal static class LimitSchema
{
    /// <summary>Two who create the schema at once would fail on each other's half.</summary>
    public const string Lock = "SELECT pg_advisory_xact_lock(7238243815)";

    /// <summary>Each limit keeps its last turns, as many as it has permits: the turn of a ticket is in the slot of its remainder.</summary>
    public const string RateLimits = """
        CREATE SCHEMA IF NOT EXISTS dragoman;

        CREATE TABLE IF NOT EXISTS dragoman.rate_limit (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            name text NOT NULL,
            permits integer NOT NULL CHECK (permits > 0),
            window_us bigint NOT NULL CHECK (window_us > 0),
            next_ticket bigint NOT NULL DEFAULT 0,
            used_us bigint NOT NULL DEFAULT 0,
            UNIQUE (name, permits, window_us));

        CREATE TABLE IF NOT EXISTS dragoman.rate_limit_turn (
            limit_id bigint NOT NULL REFERENCES dragoman.rate_limit ON DELETE CASCADE,
            slot integer NOT NULL,
            ticket bigint NOT NULL,
            turn_us bigint NOT NULL,
            PRIMARY KEY (limit_id, slot)) WITH (fillfactor = 50);

        CREATE TABLE IF NOT EXISTS dragoman.rate_limit_returned_turn (
            limit_id bigint NOT NULL REFERENCES dragoman.rate_limit ON DELETE CASCADE,
            ticket bigint NOT NULL,
            turn_us bigint NOT NULL,
            PRIMARY KEY (limit_id, ticket));
        """;

    /// <summary>
    /// Takes turns for several who ask, in their order: for each the number of permits and the longest wait, both answered by the first ticket,
    /// or none if the wait is longer, and the wait. Zero permits ask for the wait of one. Before that, tickets that nobody will use are taken back.
    /// </summary>
    /// <remarks>
    /// A ticket's turn is one window after the turn of the ticket that came as many before it as there are permits, or now. So no window has
    /// more turns than permits, and turns are in the order of tickets. A turn that was given back is taken first, at its own time: that it
    /// is not yet over means that all tickets so far have turns, so nobody could go earlier. The lock of the limit's row makes all of it one step.
    /// A clock that went back would make everybody wait for the difference; turns go back with it instead.
    /// </remarks>
    public const string TakeTurns = """
        CREATE OR REPLACE FUNCTION dragoman.take_turns(
            _name text, _permits integer, _window bigint, _counts integer[], _waits bigint[], _returned bigint[])
        RETURNS TABLE (first_ticket bigint, wait_us bigint)
        LANGUAGE plpgsql AS $$
        DECLARE
            _limit bigint;
            _next bigint;
            _first bigint;
            _last bigint;
            _used bigint;
            _now bigint;
            _turn bigint;
        BEGIN
            LOOP
                SELECT id, next_ticket, used_us INTO _limit, _next, _used FROM dragoman.rate_limit
                    WHERE name = _name AND permits = _permits AND window_us = _window FOR UPDATE;
                EXIT WHEN FOUND;
                INSERT INTO dragoman.rate_limit (name, permits, window_us) VALUES (_name, _permits, _window) ON CONFLICT DO NOTHING;
            END LOOP;

            _now := (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
            IF _now < _used THEN
                UPDATE dragoman.rate_limit_turn SET turn_us = turn_us - (_used - _now) WHERE limit_id = _limit;
                UPDATE dragoman.rate_limit_returned_turn SET turn_us = turn_us - (_used - _now) WHERE limit_id = _limit;
                UPDATE dragoman.rate_limit SET used_us = _now WHERE id = _limit;
            END IF;

            INSERT INTO dragoman.rate_limit_returned_turn (limit_id, ticket, turn_us)
                SELECT limit_id, ticket, turn_us FROM dragoman.rate_limit_turn
                WHERE limit_id = _limit AND ticket = ANY (_returned) AND turn_us > _now
                ON CONFLICT DO NOTHING;
            DELETE FROM dragoman.rate_limit_returned_turn WHERE limit_id = _limit AND turn_us < _now;

            _first := _next;
            FOR i IN 1 .. cardinality(_counts) LOOP
                SELECT ticket, turn_us INTO first_ticket, _turn FROM dragoman.rate_limit_returned_turn
                    WHERE limit_id = _limit AND _counts[i] < 2 ORDER BY ticket LIMIT 1;
                IF FOUND THEN
                    wait_us := _turn - _now;
                    IF _counts[i] = 0 OR wait_us > _waits[i] THEN
                        first_ticket := NULL;
                    ELSE
                        DELETE FROM dragoman.rate_limit_returned_turn WHERE limit_id = _limit AND ticket = first_ticket;
                    END IF;
                ELSE
                    _last := _next + greatest(_counts[i], 1) - 1;
                    SELECT turn_us + _window INTO _turn FROM dragoman.rate_limit_turn WHERE limit_id = _limit AND slot = _last % _permits;
                    _turn := greatest(_turn, _now);
                    wait_us := _turn - _now;
                    IF _counts[i] = 0 OR wait_us > _waits[i] THEN
                        first_ticket := NULL;
                    ELSE
                        first_ticket := _next;
                        INSERT INTO dragoman.rate_limit_turn (limit_id, slot, ticket, turn_us)
                            SELECT _limit, taken % _permits, taken, _turn FROM generate_series(_next, _last) AS taken
                            ON CONFLICT (limit_id, slot) DO UPDATE SET ticket = EXCLUDED.ticket, turn_us = EXCLUDED.turn_us;
                        _next := _last + 1;
                    END IF;
                END IF;

                RETURN NEXT;
            END LOOP;

            IF _next > _first THEN
                UPDATE dragoman.rate_limit SET next_ticket = _next, used_us = _now WHERE id = _limit;
            END IF;
        END
        $$;
        """;
}
