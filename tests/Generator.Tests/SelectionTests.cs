using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests;

/// <summary>Which operations of a document a project takes, and what it calls them.</summary>
public sealed class SelectionTests
{
    private const string Zoo = """
        openapi: 3.1.0
        info: { title: Zoo, version: "1" }
        paths:
          /pets:
            get: { operationId: listPets, tags: [Pets], responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } } }
            post: { operationId: addPet, tags: [Pets, Admin], deprecated: true }
          /pets/{id}:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { operationId: getPet, tags: [Pets] }
          /keepers:
            get: { operationId: listKeepers, tags: [Keepers], responses: { "200": { content: { application/json: { schema: { $ref: "#/components/schemas/Keeper" } } } } } }
          /keepers/{id}/shifts:
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
            get: { tags: [Keepers] }
        components:
          schemas:
            Pet: { type: object, properties: { name: { type: string }, home: { type: object, properties: { street: { type: string } } } } }
            Keeper: { type: object, properties: { name: { type: string } } }
        """;

    public static TheoryData<string, string, string[]> Selections { get; } = new()
    {
        { "IncludeTags", "Pets", ["GET /pets", "GET /pets/{id}", "POST /pets"] },
        { "IncludeTags", "Adm*", ["POST /pets"] },
        { "ExcludeTags", "Admin;Keepers", ["GET /pets", "GET /pets/{id}"] },
        { "IncludePaths", "/pets/*", ["GET /pets/{id}"] },
        { "IncludePaths", "/keepers/*", [] },
        { "IncludePaths", "/keepers/**", ["GET /keepers/{id}/shifts"] },
        { "ExcludePaths", "/keepers**; /pets/{id}", ["GET /pets", "POST /pets"] },
        { "IncludeOperations", "getPet;list*", ["GET /keepers", "GET /pets", "GET /pets/{id}"] },
        { "ExcludeOperations", "*Pet*", ["GET /keepers", "GET /keepers/{id}/shifts"] },
        { "ExcludeDeprecated", "true", ["GET /keepers", "GET /keepers/{id}/shifts", "GET /pets", "GET /pets/{id}"] },
    };

    [Theory]
    [MemberData(nameof(Selections))]
    public void Only_what_is_selected_is_generated(string setting, string value, string[] expected) => Assert.Equal(expected, Operations(Run((setting, value))));

    [Fact]
    public void What_something_includes_is_there_unless_something_excludes_it() =>
        Assert.Equal(["GET /keepers", "GET /pets"], Operations(Run(("IncludeTags", "Pets"), ("IncludeOperations", "listKeepers"), ("ExcludePaths", "/pets/**"), ("ExcludeDeprecated", "True"))));

    [Fact]
    public void Types_of_what_is_left_out_are_not_generated()
    {
        GeneratorRun run = Run(("ExcludeTags", "Keepers"));

        Assert.NotNull(run.Type("Consumer.Zoo.Pet"));
        Assert.Null(run.Type("Consumer.Zoo.Keeper"));
        Assert.Null(run.Type("Consumer.Zoo.KeepersClient"));
    }

    [Theory]
    [InlineData("IncludeTags", "Petz", "IncludeTags 'Petz' is no tag of the document. Did you mean 'Pets'?")]
    [InlineData("ExcludePaths", "/pet/{id}", "ExcludePaths '/pet/{id}' is no path of the document. Did you mean '/pets/{id}'?")]
    [InlineData("IncludeOperations", "x*", "IncludeOperations 'x*' is no operationId of the document.")]
    [InlineData("TypeNames", "Pets=Animal", "TypeNames 'Pets' is no schema of the document. Did you mean 'Pet'?")]
    [InlineData("MethodNames", "PUT /everything=List", "MethodNames 'PUT /everything' is no operation of the document.")]
    [InlineData("GroupNames", "Keeper=Staff", "GroupNames 'Keeper' is no tag of the document. Did you mean 'Keepers'?")]
    public void What_names_nothing_is_said(string setting, string value, string message)
    {
        Diagnostic said = Assert.Single(Generate((setting, value)).Diagnostics);

        Assert.Equal("DRG4005", said.Id);
        Assert.Equal(message, said.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("Accessibility", "private")]
    [InlineData("ExcludeDeprecated", "yes")]
    [InlineData("TypeNames", "Pet")]
    [InlineData("MethodNames", "listPets=List Pets")]
    [InlineData("GroupNames", "Pets=class X { }")]
    public void A_value_that_is_none_is_not_used(string setting, string value) => Assert.Equal(["zoo.yaml 1:1 DRG4002"], Generate((setting, value)).AssertCompiles().Problems);

    [Fact]
    public void Names_of_the_project_go_before_ours()
    {
        GeneratorRun run = Run(("TypeNames", "Pet=Animal;#/components/schemas/Pet/properties/home=Address"), ("MethodNames", "listPets=AllAsync;GET /keepers/{id}/shifts=Shifts"), ("GroupNames", "Pets=Animals"));

        Assert.NotNull(run.Type("Consumer.Zoo.Animal"));
        Assert.NotNull(run.Type("Consumer.Zoo.Address"));
        Assert.Null(run.Type("Consumer.Zoo.Pet"));
        Assert.Single(run.Type("Consumer.Zoo.AnimalsClient")!.GetMembers("AllAsync"));
        Assert.Single(run.Type("Consumer.Zoo.KeepersClient")!.GetMembers("ShiftsAsync"));
        Assert.Single(run.Type("Consumer.Zoo.ZooClient")!.GetMembers("Animals"));
    }

    [Fact]
    public void A_name_that_another_type_has_gets_a_number() =>
        Assert.NotNull(Run(("TypeNames", "Keeper=Pet")).Type("Consumer.Zoo.Pet2"));

    [Fact]
    public void The_operation_that_gives_a_token_is_always_there()
    {
        const string Tokens = """
            openapi: 3.1.0
            info: { title: Zoo, version: "1" }
            paths:
              /token: { post: { operationId: getToken, tags: [Auth], security: [], responses: { "200": { content: { application/json: { schema: { type: object, required: [token], properties: { token: { type: string } } } } } } }, requestBody: { required: true, content: { application/json: { schema: { type: object, required: [key], properties: { key: { type: string } } } } } } } }
              /pets: { get: { operationId: listPets, tags: [Pets], security: [{ token: [] }] } }
            components: { securitySchemes: { token: { type: http, scheme: bearer, x-token-exchange: { operation: getToken, token: /token, renewBefore: 30s } } } }
            """;

        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Tokens) { Metadata = [("IncludeTags", "Pets")] }).AssertCompiles();

        Assert.Equal(["GET /pets", "POST /token"], Operations(run));
        Assert.Empty(run.Problems);
    }

    [Fact]
    public void What_is_internal_is_seen_by_its_assembly_alone()
    {
        GeneratorRun run = Run(("Accessibility", "internal"));

        Assert.All(Types(run.Assembly.GlobalNamespace), type => Assert.Equal(Accessibility.Internal, type.DeclaredAccessibility));
    }

    private static GeneratorRun Generate(params (string Name, string Value)[] metadata) =>
        GeneratorRun.Of(new SpecFile("zoo.yaml", Zoo) { Metadata = metadata });

    private static GeneratorRun Run(params (string Name, string Value)[] metadata) => Generate(metadata).AssertCompiles();

    private static IReadOnlyList<string> Operations(GeneratorRun run) =>
    [
        .. Types(run.Assembly.GlobalNamespace)
            .SelectMany(type => type.GetMembers())
            .SelectMany(member => member.GetAttributes())
            .Where(attribute => attribute.AttributeClass?.Name == "ApiOperationAttribute")
            .Select(attribute => $"{attribute.ConstructorArguments[1].Value} {attribute.ConstructorArguments[2].Value}")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol scope) => [.. scope.GetTypeMembers(), .. scope.GetNamespaceMembers().SelectMany(Types)];
}
