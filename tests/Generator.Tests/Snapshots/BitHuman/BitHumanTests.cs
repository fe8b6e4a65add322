using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;
using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots.BitHuman;

/// <summary>Every file of a whole client, as its users read it.</summary>
public sealed class BitHumanTests
{
    [Fact]
    public void Client()
    {
        GeneratorRun run = GeneratorRun.Of(ShippedSpec.BitHuman).AssertCompiles();

        Assert.Empty(run.Problems);
        Snapshot.Verify(run.Result);
    }
}
