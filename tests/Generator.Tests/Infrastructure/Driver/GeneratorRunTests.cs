using Microsoft.CodeAnalysis;
using Xunit.Sdk;

namespace Dragoman.Generator.Tests.Infrastructure.Driver;

public sealed class GeneratorRunTests
{
    private static readonly SpecFile s_pets = new("api/pets.yaml", """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        paths:
          /pets: { get: { operationId: listPets } }
        """)
    {
        Errors = "catalog: 1\nerrors: { GONE: { status: 410 } }",
    };

    [Fact]
    public void A_good_spec_compiles_without_a_warning()
    {
        GeneratorRun run = GeneratorRun.Of(s_pets).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.NotEmpty(run.Sources);
        Assert.NotNull(run.Type("Consumer.Pets.GoneException"));
    }

    [Theory]
    [InlineData("class C { int unused; }", "CS0169")]
    [InlineData("public class C;", "CS1591")]
    [InlineData("/// <summary><see cref=\"None\"/></summary>\npublic class C;", "CS1574")]
    [InlineData("class C { string s = null; string S => s; }", "CS8625")]
    [InlineData("class C { void M() { Missing(); } }", "CS0103")]
    [InlineData("class C { int P { get => field; } }", "CS0103")]
    public void A_warning_fails(string source, string id) =>
        Assert.Contains(id, Assert.ThrowsAny<XunitException>(() => GeneratorRun.Of(s_pets).WithSource(source).AssertCompiles()).Message, StringComparison.Ordinal);

    [Fact]
    public void A_problem_has_file_line_and_column() => Assert.Equal(
        ["api/pets.errors.yaml 2:19 DRG3002", "api/pets.yaml 2:10 DRG2024"],
        GeneratorRun.Of(s_pets with { Text = "openapi: 3.1.0\npaths: { x: {} }", Errors = "catalog: 1\nerrors: { GONE: { stat: 410 } }" }).Problems.Order(StringComparer.Ordinal));

    [Fact]
    public void The_same_files_again_are_not_read_again()
    {
        GeneratorRun run = GeneratorRun.Of(s_pets).With(s_pets);

        Assert.NotEmpty(run.SourceOutputs);
        Assert.All(run.SourceOutputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Another_text_is_read()
    {
        GeneratorRun run = GeneratorRun.Of(s_pets).With(s_pets with { Errors = "catalog: 1\nerrors: { GONE: { status: 404 } }" });

        Assert.Contains(IncrementalStepRunReason.Modified, run.Steps["Models"]);
    }
}
