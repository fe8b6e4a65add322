namespace Dragoman.Generator.Catalog;

/// <summary>What makes the request worth sending again.</summary>
internal enum RetryKind
{
    /// <summary>Nothing but a change on the caller's side.</summary>
    Never,

    /// <summary>Time: the runtime repeats the request.</summary>
    Backoff,

    /// <summary>Another operation shows when.</summary>
    Poll,

    /// <summary>Something else must end first, and nobody says when.</summary>
    Wait,

    /// <summary>Nothing: another request may succeed.</summary>
    ChangeRequest,
}

/// <summary>Whether and how a request is repeated.</summary>
/// <param name="Kind">The three numbers mean something for <see cref="RetryKind.Backoff"/> only.</param>
/// <param name="Retries">Tries after the first one, 0 to 10.</param>
/// <param name="Base">The upper bound of the first wait.</param>
/// <param name="Cap">The upper bound of every wait, at least <paramref name="Base"/> and at most an hour.</param>
internal sealed record RetryEntry(RetryKind Kind, int Retries, TimeSpan Base, TimeSpan Cap)
{
    public static RetryEntry Never { get; } = Of(RetryKind.Never);

    public static RetryEntry Of(RetryKind kind) => new(kind, 0, TimeSpan.Zero, TimeSpan.Zero);
}
