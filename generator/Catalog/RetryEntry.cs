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

    /// <summary>Nothing has to be done: what was wanted is so, or no longer matters.</summary>
    Nothing,

    /// <summary>A new token or sign-in.</summary>
    Authenticate,

    /// <summary>A new session.</summary>
    Restart,

    /// <summary>A new connection.</summary>
    Reconnect,

    /// <summary>Another operation, called before.</summary>
    Prepare,

    /// <summary>It is a notice, not an error.</summary>
    Advisory,

    /// <summary>A time that is always the same: the runtime repeats the request.</summary>
    After,

    /// <summary>An instant that the error body names: the runtime repeats the request.</summary>
    Until,
}

/// <summary>Whether and how a request is repeated.</summary>
/// <param name="Kind">The three numbers mean something only where the runtime repeats the request, and the two times not for <see cref="RetryKind.Until"/>.</param>
/// <param name="Retries">Tries after the first one, 0 to 10.</param>
/// <param name="Base">The upper bound of the first wait; of <see cref="RetryKind.After"/> every wait.</param>
/// <param name="Cap">The upper bound of every wait, at least <paramref name="Base"/> and at most an hour.</param>
internal sealed record RetryEntry(RetryKind Kind, int Retries, TimeSpan Base, TimeSpan Cap)
{
    /// <summary>Where the body names the instant, a JSON pointer; null for every kind but <see cref="RetryKind.Until"/>.</summary>
    public string? Pointer { get; init; }

    /// <summary>What kind of failure it is; null where the status says so.</summary>
    public RetryClass? Class { get; init; }

    public static RetryEntry Never { get; } = Of(RetryKind.Never);

    public static RetryEntry Of(RetryKind kind) => new(kind, 0, TimeSpan.Zero, TimeSpan.Zero);
}
