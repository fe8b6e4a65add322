using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests;

public sealed class ShippedSpecTests
{
    /// <summary>The heads of the documents say what they mean.</summary>
    private static readonly string[] s_sources = ["vendor", "client", "assumed"];

    public static TheoryData<string> Systems { get; } = [.. Directory.GetFiles(ShippedSpec.Folder, "openapi.yaml", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(ShippedSpec.Folder, Path.GetDirectoryName(file)!))];

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_shipped_spec_makes_a_client_that_compiles(string system)
    {
        GeneratorRun run = GeneratorRun.Of(ShippedSpec.Read(system));

        Assert.Empty(run.Problems);
        run.AssertCompiles();
    }

    [Theory]
    [MemberData(nameof(Systems))]
    public void A_statement_of_another_source_names_a_known_kind_of_source(string system)
    {
        IEnumerable<string> sources = from line in ShippedSpec.Read(system).Text.Split('\n')
                                      let text = line.Trim()
                                      where text.StartsWith("x-provenance:", StringComparison.Ordinal)
                                      select text["x-provenance:".Length..].Trim();

        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.Contains(source, s_sources));
    }

    /// <summary>Its vendor publishes no API, and no client of ours may call the service (RFC 6761, 6.4).</summary>
    [Fact]
    public void The_test_contract_names_no_service() => Assert.Equal(
        ["- url: https://webmcp.invalid/api"],
        ShippedSpec.Read("webmcp").Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("- url:", StringComparison.Ordinal)));
}
