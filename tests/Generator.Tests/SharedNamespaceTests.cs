using System.Globalization;

namespace Dragoman.Generator.Tests;

/// <summary>Clients of several documents in one namespace.</summary>
public sealed class SharedNamespaceTests
{
    /// <summary>Every client has exceptions of the same names, so that no two can be in one namespace.</summary>
    [Fact]
    public void A_namespace_of_two_clients_is_shown_at_the_second_document()
    {
        GeneratorRun run = GeneratorRun.Of(Spec("dogs.yaml", "Dog"), Spec("cats.yaml", "Cat")).AssertCompiles();

        Assert.Equal(["dogs.yaml 1:1 DRG4006"], run.Problems);
        Assert.Contains("is also declared by the client of 'cats.yaml'", Assert.Single(run.Diagnostics).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.NotNull(run.Type("Zoo.CatsClient"));
        Assert.Null(run.Type("Zoo.DogsClient"));
    }

    [Fact]
    public void Another_namespace_settles_it()
    {
        GeneratorRun run = GeneratorRun.Of(Spec("cats.yaml", "Tail"), Spec("dogs.yaml", "Tail") with { Namespace = "Zoo.Dogs" }).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.NotNull(run.Type("Zoo.Tail"));
        Assert.NotNull(run.Type("Zoo.Dogs.Tail"));
    }

    /// <summary>A namespace and a type of one name are CS0101, from whichever document each is.</summary>
    [Theory]
    [InlineData("cats.yaml", "dogs.yaml")]
    [InlineData("dogs.yaml", "cats.yaml")]
    public void A_type_is_not_called_like_a_namespace(string type, string space)
    {
        GeneratorRun run = GeneratorRun.Of(Spec(type, "Aquarium"), Spec(space, "Fish") with { Namespace = "Zoo.Aquarium.Water" }).AssertCompiles();

        Assert.Equal(["dogs.yaml 1:1 DRG4006"], run.Problems);
    }

    private static SpecFile Spec(string path, string schema) => new(path, $$"""
        openapi: 3.1.0
        info: { title: {{Path.GetFileNameWithoutExtension(path)}}, version: "1" }
        paths:
          /{{schema}}:
            get:
              operationId: get{{schema}}
              responses: { "200": { description: "", content: { application/json: { schema: { $ref: "#/components/schemas/{{schema}}" } } } } }
        components: { schemas: { {{schema}}: { type: object, properties: { length: { type: integer } } } } }
        """) { Namespace = "Zoo" };
}
