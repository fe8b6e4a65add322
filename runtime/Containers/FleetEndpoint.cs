namespace Dragoman;

/// <summary>An endpoint of a fleet at one moment.</summary>
/// <param name="Address">Where it is.</param>
/// <param name="State">What is known of it.</param>
/// <param name="Load">Its work: what it told last, and the calls begun there since; where it tells nothing, the fleet's own calls there.</param>
/// <param name="Capacity">The most work it takes, or <see langword="null"/> if it does not tell.</param>
/// <param name="Calls">The fleet's own calls and jobs there now.</param>
/// <param name="Failures">How many calls failed there in a row.</param>
public sealed record FleetEndpoint(Uri Address, EndpointState State, double Load, double? Capacity, int Calls, int Failures)
{
    /// <summary>All of it on one line.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{Address}: {State}, load {Load}{(Capacity is { } most ? FormattableString.Invariant($" of {most}") : "")}, {Calls} calls, {Failures} failures in a row");
}
