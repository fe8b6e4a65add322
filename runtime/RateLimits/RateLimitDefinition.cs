namespace Dragoman;

/// <summary>A limit of the service, as the error catalog tells it: so many calls in any time of one length.</summary>
/// <param name="name">The limit's name in the catalog.</param>
/// <param name="permits">How many calls, above zero.</param>
/// <param name="window">In any time of this length; above zero.</param>
/// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
public sealed class RateLimitDefinition(string name, int permits, TimeSpan window)
{
    /// <summary>The limit's name.</summary>
    public string Name { get; } = name ?? throw new ArgumentNullException(nameof(name));

    /// <summary>How many calls.</summary>
    public int Permits { get; } = permits > 0 ? permits : throw new ArgumentOutOfRangeException(nameof(permits), permits, "There must be at least one permit.");

    /// <summary>In any time of this length.</summary>
    public TimeSpan Window { get; } = TimeLimit.Check(window, isInfiniteAllowed: false);

    /// <summary>By what the service counts. Default: by the credential.</summary>
    public RateLimitScope Scope { get; init; }

    /// <summary>The ids of the operations that count. Default: none, which means all that no other limit names.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];

    /// <summary>Name, permits and window.</summary>
    public override string ToString() => $"{Name} ({Permits} calls in {TimeText.Of(Window)})";
}
