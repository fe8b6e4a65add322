namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Tests that run while no other does: those that measure time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
