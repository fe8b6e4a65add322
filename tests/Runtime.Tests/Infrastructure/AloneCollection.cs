namespace Dragoman.Runtime.Tests;

/// <summary>Tests that run while no other does: those that count what the whole process allocates.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}
