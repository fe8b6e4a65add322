namespace Dragoman.Generator.Tests;

/// <summary>What a project may say of its OpenApiClient items.</summary>
public sealed class SettingsTests
{
    private const string Pets = """
        openapi: 3.1.0
        info: { title: Pets, version: "1" }
        paths:
          /pets: { get: { operationId: listPets } }
        """;

    [Fact]
    public void Namespace_and_name_are_taken_as_they_are()
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("pets.yaml", Pets) { Namespace = "Zoo.Clients", ClientName = "ZooClient" }).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.NotNull(run.Type("Zoo.Clients.ZooClient"));
    }

    [Fact]
    public void Without_them_the_title_and_the_root_namespace_decide() =>
        Assert.NotNull(GeneratorRun.Of(new SpecFile("pets.yaml", Pets)).AssertCompiles().Type("Consumer.Pets.PetsClient"));

    [Fact]
    public void A_catalog_that_does_not_exist_is_shown_at_the_document() =>
        Assert.Equal(["pets.yaml 1:1 DRG4001"], GeneratorRun.Of(new SpecFile("pets.yaml", Pets) { ErrorsPath = "eror.yaml" }).AssertCompiles().Problems);

    /// <summary>Texts that would end the declaration they stand in, and names that are none.</summary>
    [Theory]
    [InlineData("A; B")]
    [InlineData("global::X")]
    [InlineData("A..B")]
    [InlineData("A.1B")]
    [InlineData("A\n{ } namespace B")]
    public void A_namespace_that_is_none_is_not_used(string name) =>
        Assert.Equal(["pets.yaml 1:1 DRG4002"], GeneratorRun.Of(new SpecFile("pets.yaml", Pets) { Namespace = name }).AssertCompiles().Problems);

    [Theory]
    [InlineData("Pets Client")]
    [InlineData("Pets.Client")]
    [InlineData("1Client")]
    [InlineData("C : System.Exception { } class D")]
    public void A_client_name_that_is_none_is_not_used(string name) =>
        Assert.Equal(["pets.yaml 1:1 DRG4002"], GeneratorRun.Of(new SpecFile("pets.yaml", Pets) { ClientName = name }).AssertCompiles().Problems);

    [Fact]
    public void A_project_without_the_runtime_is_told_so_once()
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("pets.yaml", Pets), new SpecFile("cats.yaml", Pets) { ClientName = "CatsClient" }).WithoutRuntime();

        Assert.Equal("DRG4003", Assert.Single(run.Diagnostics).Id);
    }
}
