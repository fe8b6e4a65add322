namespace Dragoman;

/// <summary>What the catalog says of a status or a range of statuses, used when a response has no code or an unknown one.</summary>
/// <param name="from">The first status, 100 to 599.</param>
/// <param name="to">The last status; equal to <paramref name="from"/> for a single one.</param>
/// <param name="create">Creates the status's exception.</param>
public sealed class StatusDefinition(int from, int to, Func<ApiError, ApiException> create)
{
    /// <summary>The first status.</summary>
    public int From { get; } = from;

    /// <summary>The last status.</summary>
    public int To { get; } = to >= from ? to : throw new ArgumentOutOfRangeException(nameof(to), to, "The last status must not be below the first.");

    /// <summary>The catalog's category.</summary>
    public string? Category { get; init; }

    /// <summary>The message used when the response has none.</summary>
    public string? Message { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Resolution { get; init; }

    /// <summary>The page that documents the status.</summary>
    public string? DocsUrl { get; init; }

    /// <summary>Whether and how a request that met this status is repeated; <see langword="null"/>, the default: as is usual for the status (408, 429, 500, 502, 503 and 504 up to two times together, 401 with a new token where no code of the catalog has that status, others never).</summary>
    public RetryRule? Retry { get; init; }

    internal Func<ApiError, ApiException> Create { get; } = create ?? throw new ArgumentNullException(nameof(create));

    internal bool Covers(int status) => From <= status && status <= To;
}
