using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>Edits that change a part of a client: they write the files of that part again, and no others.</summary>
public sealed class ChangedTests
{
    private static readonly GeneratorRun s_run = GeneratorRun.Of(Zoo.Spec);

    /// <summary>A text of the document, what it becomes, and the types whose files say something of it.</summary>
    public static TheoryData<string, string, string[]> Documents { get; } = new()
    {
        { "description: A pet.", "description: A tame animal.", ["Pet"] },
        { "Pet: { type: object, description: A pet., properties: { name: { type: string }", "Pet: { type: object, description: A pet., properties: { name: { type: integer }", ["Pet"] },
        { "description: Feeds pets.", "description: Feeds animals.", ["Keeper"] },
        { "[cat, dog]", "[cat, dog, cow]", ["Kind"] },
        { "summary: Reads a pet.", "summary: Finds a pet.", ["PetsClient"] },
        { "description: A keeper.", "description: Who feeds.", ["KeepersClient"] },
        { "description: All about pets.", "description: Tame ones.", ["PetsClient", "ZooClient"] },
        { "description: Animals.", "description: Wild ones.", ["ZooClient"] },
        { "https://zoo.example", "https://zoo.test", ["ZooClientOptions"] },
        { "operationId: getHealth,", "operationId: getHealth, summary: Asks how it is.,", ["ZooClient"] },
        { "operationId: getPet", "operationId: readPet", ["PetsClient", "ZooClientOptions", "ZooOperations"] },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_part_of_the_document_writes_its_own_files(string old, string replacement, string[] types) =>
        Assert.Equal(types.Select(Full), new Edit(s_run, s_run.With(Zoo.Spec.Replace(old, replacement))).Written);

    /// <summary>A text of the catalog, what it becomes, and the types whose files say something of it.</summary>
    public static TheoryData<string, string, string[]> Catalogs { get; } = new()
    {
        { "The pet is gone.", "It ran away.", ["PetGoneException", "PetsClient", "ZooErrors"] },
        { "message: The keeper sleeps.,", "message: The keeper sleeps., retry: poll,", ["ZooErrors"] },
        { "message: The keeper sleeps.,", "message: The keeper sleeps., category: Staff,", ["ZooErrors"] },
        { "operations: [getKeeper]", "operations: [getKeeper, getHealth]", ["ZooClient", "ZooOperations"] },
    };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void A_part_of_the_catalog_writes_its_own_files(string old, string replacement, string[] types) =>
        Assert.Equal(types.Select(Full), new Edit(s_run, s_run.With(Zoo.Spec.ReplaceError(old, replacement))).Written);

    [Fact]
    public void A_new_schema_changes_no_other_file()
    {
        GeneratorRun after = s_run.With(Zoo.Spec.Replace("    Kind: ", "    Food: { type: object, properties: { name: { type: string } } }\n    Kind: ").Replace("kind: {", "food: { $ref: '#/components/schemas/Food' }, kind: {"));

        Assert.Equal(["Consumer.Zoo.Food.g.cs", "Consumer.Zoo.Pet.g.cs"], after.Sources.Except(s_run.Sources).Select(source => source.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_edit_within_a_type_writes_its_file_alone()
    {
        SpecFile spec = Zoo.Spec.Replace("name: { type: string }, kind:", "name: { type: string }, size: { type: object, properties: { height: { type: integer } } }, kind:");
        GeneratorRun before = GeneratorRun.Of(spec);
        Edit edit = new(before, before.With(spec.Replace("height: { type: integer }", "height: { type: string }")));

        Assert.Contains("record PetSize(", before.Sources["Consumer.Zoo.Pet.g.cs"], StringComparison.Ordinal);
        Assert.Equal([Full("Pet")], edit.Written);
    }

    [Fact]
    public void Another_order_of_the_schemas_writes_nothing()
    {
        string[] lines = Zoo.Spec.Text.Split('\n');
        SpecFile reversed = Zoo.Spec with { Text = string.Join('\n', [.. lines[..^3], .. lines[^3..].Reverse()]) };

        new Edit(s_run, s_run.With(reversed)).AssertNothingWritten();
    }

    [Theory]
    [InlineData("Swims.", "Dives.", "Consumer.Aquarium.Fish")]
    [InlineData("operationId: getFish", "operationId: getFish, summary: Reads.", "Consumer.Aquarium.AquariumClient")]
    public void An_edit_of_one_document_leaves_the_other_alone(string old, string replacement, string written)
    {
        GeneratorRun before = GeneratorRun.Of(Zoo.Spec, Zoo.Aquarium);
        Edit edit = new(before, before.With(Zoo.Spec, Zoo.Aquarium.Replace(old, replacement)));

        Assert.Equal(1, edit.Parses);
        Assert.Equal([written], edit.Written);
    }

    [Fact]
    public void A_document_that_breaks_leaves_the_other_alone()
    {
        GeneratorRun before = GeneratorRun.Of(Zoo.Spec, Zoo.Aquarium);
        GeneratorRun after = before.With(Zoo.Spec, Zoo.Aquarium with { Text = "openapi: [" });

        Assert.Equal("DRG1001", Assert.Single(after.Diagnostics).Id);
        Assert.Empty(new Edit(before, after).Written);
        Assert.All(after.Sources.Keys, name => Assert.StartsWith("Consumer.Zoo.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void A_document_that_leaves_the_project_leaves_the_other_alone()
    {
        GeneratorRun before = GeneratorRun.Of(Zoo.Spec, Zoo.Aquarium);
        Edit edit = new(before, before.With(Zoo.Spec));

        Assert.Equal(0, edit.Parses);
        Assert.Empty(edit.Written);
    }

    [Fact]
    public void A_document_that_joins_the_project_leaves_the_other_alone()
    {
        Edit edit = new(s_run, s_run.With(Zoo.Spec, Zoo.Aquarium));

        Assert.Equal(1, edit.Parses);
        Assert.NotEmpty(edit.Written);
        Assert.All(edit.Written, name => Assert.StartsWith("Consumer.Aquarium.", name, StringComparison.Ordinal));
    }

    private static string Full(string type) => $"Consumer.Zoo.{type}";
}
