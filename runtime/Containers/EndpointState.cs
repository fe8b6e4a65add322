namespace Dragoman;

/// <summary>What a fleet knows of one of its endpoints.</summary>
public enum EndpointState
{
    /// <summary>It was not asked yet.</summary>
    Unknown,

    /// <summary>It takes work.</summary>
    Ready,

    /// <summary>It runs, but takes no work now: it loads, or is full.</summary>
    NotReady,

    /// <summary>It refuses connections: it has not started, or has ended.</summary>
    Refused,

    /// <summary>It does not answer, or answers the question of readiness with an error.</summary>
    Unreachable,

    /// <summary>Several calls in a row failed there. It gets none until it was asked again and says ready.</summary>
    Ejected,
}
