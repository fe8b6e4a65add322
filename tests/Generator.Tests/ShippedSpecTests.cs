using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests;

public sealed class ShippedSpecTests
{
    private static readonly string s_spec = Path.Combine(ProjectPaths.Repository, "spec");

    public static TheoryData<string> Systems { get; } = [.. Directory.GetFiles(s_spec, "openapi.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(s_spec, Path.GetDirectoryName(file)!))];

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_shipped_spec_makes_a_client_that_compiles(string system)
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile($"{system}/openapi.yaml", Text(system, "openapi.yaml")) { ErrorsPath = $"{system}/errors.yaml", Errors = Text(system, "errors.yaml") });

        Assert.Empty(run.Problems);
        run.AssertCompiles();
    }

    private static string Text(string system, string file) => File.ReadAllText(Path.Combine(s_spec, system, file));
}
