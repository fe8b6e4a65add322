namespace Dragoman;

/// <summary>The table and the function of quotas, constant as those of <see cref="LimitSchema"/>.</summary>
internal static class QuotaSchema
{
    /// <summary>A quota is never below nothing or above its capacity.</summary>
    public const string RetryQuotas = """
        CREATE TABLE IF NOT EXISTS dragoman.retry_quota (
            name text NOT NULL,
            capacity integer NOT NULL CHECK (capacity > 0),
            tokens integer NOT NULL CHECK (tokens BETWEEN 0 AND capacity),
            PRIMARY KEY (name, capacity)) WITH (fillfactor = 50);
        """;

    /// <summary>Adds what was given back, and takes tokens if there are as many.</summary>
    public const string TakeTokens = """
        CREATE OR REPLACE FUNCTION dragoman.take_tokens(_name text, _capacity integer, _start integer, _tokens integer, _returned integer)
        RETURNS boolean
        LANGUAGE plpgsql AS $$
        DECLARE
            _held bigint;
            _is_taken boolean;
        BEGIN
            LOOP
                SELECT tokens INTO _held FROM dragoman.retry_quota WHERE name = _name AND capacity = _capacity FOR UPDATE;
                EXIT WHEN FOUND;
                INSERT INTO dragoman.retry_quota (name, capacity, tokens) VALUES (_name, _capacity, _start) ON CONFLICT DO NOTHING;
            END LOOP;

            _held := least(_capacity, _held + _returned);
            _is_taken := _held >= _tokens;
            UPDATE dragoman.retry_quota SET tokens = CASE WHEN _is_taken THEN _held - _tokens ELSE _held END
                WHERE name = _name AND capacity = _capacity;
            RETURN _is_taken;
        END
        $$;
        """;
}
