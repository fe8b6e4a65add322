namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>A plan, with what it allows.</summary>
internal sealed record Tier(string Name, int VaultSites, int Agents, bool HasWorkspaces)
{
    public static IReadOnlyList<Tier> All { get; } =
    [
        new("free", 3, 0, false),
        new("pro", 10, 3, false),
        new("harness", 25, 10, false),
        new("team", int.MaxValue, int.MaxValue, true),
    ];

    /// <exception cref="ArgumentException">There is no such tier.</exception>
    public static Tier Get(string name) =>
        All.FirstOrDefault(tier => tier.Name == name) ?? throw new ArgumentException($"There is no tier '{name}'.", nameof(name));
}
