namespace Dragoman;

/// <summary>Whether a service can take work, and how much it has.</summary>
public sealed record Readiness
{
    /// <summary>What the service said.</summary>
    public required ReadinessState State { get; init; }

    /// <summary>Whether the service can take work.</summary>
    public bool IsReady => State == ReadinessState.Ready;

    /// <summary>The HTTP status of the answer, or <see langword="null"/> if none came.</summary>
    public int? Status { get; init; }

    /// <summary>How much work the service has, in its own unit; <see langword="null"/> if it does not say.</summary>
    public double? Load { get; init; }

    /// <summary>The most work that the service takes, in the unit of <see cref="Load"/>; <see langword="null"/> if it does not say.</summary>
    public double? Capacity { get; init; }

    /// <summary>Why no answer came, or <see langword="null"/> if one did.</summary>
    public TransportException? Failure { get; init; }

    /// <summary>State, status and load on one line.</summary>
    public override string ToString()
    {
        string status = Status is { } number ? $" ({number})" : "";
        string load = Load is not { } work ? "" : Capacity is { } most ? FormattableString.Invariant($", {work} of {most}") : FormattableString.Invariant($", {work}");
        return $"{State}{status}{load}";
    }
}
