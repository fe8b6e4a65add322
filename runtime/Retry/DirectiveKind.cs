namespace Dragoman;

/// <summary>How a wait that the service names stands to the client's own.</summary>
internal enum DirectiveKind
{
    /// <summary>It replaces the own wait, unless it is zero: coming back at once would only add to the load that caused the failure.</summary>
    Pause,

    /// <summary>It holds as it is, also zero, and the backoff begins anew after it (gRPC, proposal A6).</summary>
    Pushback,

    /// <summary>It holds within the own wait and 5 s more (AWS's standard retries, version 2.1).</summary>
    Hint,
}
