namespace Dragoman;

/// <summary>What kind of failure a try met, which says what a retry costs of the <see cref="IRetryQuota"/>.</summary>
public enum RetryClass
{
    /// <summary>Something broke for a moment: a status of 408, 500, 502, 503 or 504, or no answer. A retry costs 14.</summary>
    Transient,

    /// <summary>The service asks for fewer calls: a status of 429. A retry costs 5.</summary>
    Throttled,

    /// <summary>The service works and has no room at present. A retry costs nothing: the deadline and the rule's retries bound it.</summary>
    Capacity,

    /// <summary>The service is still starting, which is a state and no failure. A retry costs nothing: the deadline and the rule's retries bound it.</summary>
    NotReady,

    /// <summary>Something else than the same request helps (<see cref="Recovery"/>).</summary>
    Action,

    /// <summary>Nothing that a client can do helps.</summary>
    Terminal,
}
