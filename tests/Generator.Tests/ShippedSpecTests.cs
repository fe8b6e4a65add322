using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests;

public sealed class ShippedSpecTests
{
    public static TheoryData<string> Systems { get; } = [.. Directory.GetFiles(ShippedSpec.Folder, "openapi.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(ShippedSpec.Folder, Path.GetDirectoryName(file)!))];

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_shipped_spec_makes_a_client_that_compiles(string system)
    {
        GeneratorRun run = GeneratorRun.Of(ShippedSpec.Read(system));

        Assert.Empty(run.Problems);
        run.AssertCompiles();
    }
}
