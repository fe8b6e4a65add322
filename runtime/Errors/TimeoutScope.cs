namespace Dragoman;

/// <summary>Which time limit ended.</summary>
public enum TimeoutScope
{
    /// <summary>One try took longer than <see cref="ApiClientOptions.AttemptTimeout"/> (or the given client's <see cref="HttpClient.Timeout"/>).</summary>
    Attempt,

    /// <summary>The whole call, with its retries and waits, took longer than <see cref="ApiClientOptions.Timeout"/>.</summary>
    Call,

    /// <summary>Polling did not meet a final state in time.</summary>
    Polling,

    /// <summary>Nothing of a streamed response arrived for longer than <see cref="ApiClientOptions.IdleTimeout"/>, or a channel was silent for longer than its description allows.</summary>
    Idle,
}
