using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests;

public sealed class ShippedSpecTests
{
    /// <summary>What the documents say that is not generated yet.</summary>
    private static readonly (string System, string Id)[] s_notYetGenerated =
    [
        ("bithuman-gpu", "DRG2101"),
        ("interhuman", "DRG2101"),
    ];

    public static TheoryData<string> Systems { get; } = [.. Directory.GetFiles(ShippedSpec.Folder, "openapi.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(ShippedSpec.Folder, Path.GetDirectoryName(file)!))];

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_shipped_spec_makes_a_client_that_compiles(string system)
    {
        GeneratorRun run = GeneratorRun.Of(ShippedSpec.Read(system));

        Assert.DoesNotContain(run.Problems, problem => !s_notYetGenerated.Any(known => known.System == system && problem.EndsWith(known.Id, StringComparison.Ordinal)));
        run.AssertCompiles();
    }
}
