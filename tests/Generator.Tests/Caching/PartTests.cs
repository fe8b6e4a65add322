using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>Edits of files that documents refer to.</summary>
public sealed class PartTests
{
    private static readonly SpecFile s_zoo = new("zoo.yaml", "openapi: 3.1.0\ninfo: { title: Zoo, version: '1' }\npaths: { /a: { get: { operationId: getA, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Zoo' } } } } } } } }\ncomponents: { schemas: { Zoo: { type: object, properties: { pet: { $ref: 'pets.yaml#/Pet' } } } } }");
    private static readonly SpecFile s_shop = new("shop.yaml", "openapi: 3.1.0\ninfo: { title: Shop, version: '1' }\npaths: { /a: { get: { operationId: getA, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Shop' } } } } } } } }\ncomponents: { schemas: { Shop: { type: object, properties: { food: { $ref: 'food.yaml#/Food' } } } } }");
    private static readonly SpecFile s_pets = Part("pets.yaml", "Pet: { type: object, properties: { food: { $ref: 'food.yaml#/Food' } } }");
    private static readonly SpecFile s_food = Part("food.yaml", "Food: { type: object, properties: { name: { type: string } } }");

    private static readonly GeneratorRun s_run = GeneratorRun.Of(s_zoo, s_shop, s_pets, s_food);

    [Fact]
    public void An_edit_of_a_part_parses_the_clients_that_need_it()
    {
        Edit edit = new(s_run, s_run.With(s_zoo, s_shop, s_pets with { Text = s_pets.Text.Replace("object,", "object, description: Tame.,", StringComparison.Ordinal) }, s_food));

        Assert.Equal(1, edit.Parses);
        Assert.Contains("Consumer.Zoo.Pet", edit.Written);
        Assert.DoesNotContain("Consumer.Zoo.Food", edit.Written);
        Assert.All(edit.Written, name => Assert.StartsWith("Consumer.Zoo.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void An_edit_of_a_part_of_a_part_parses_all_that_need_it() =>
        Assert.Equal(2, new Edit(s_run, s_run.With(s_zoo, s_shop, s_pets, s_food with { Text = s_food.Text + "\n# Eaten." })).Parses);

    [Fact]
    public void A_comment_in_a_part_writes_nothing() =>
        new Edit(s_run, s_run.With(s_zoo, s_shop, s_pets with { Text = "# Tame ones.\n" + s_pets.Text }, s_food)).AssertNothingWritten();

    [Fact]
    public void A_part_that_no_document_names_parses_nothing()
    {
        Edit edit = new(s_run, s_run.With(s_zoo, s_shop, s_pets, s_food, Part("notes.yaml", "a: 1")));

        Assert.Equal(0, edit.Parses);
        edit.AssertNothingWritten();
    }

    [Fact]
    public void A_part_that_comes_is_found()
    {
        GeneratorRun before = GeneratorRun.Of(s_zoo, s_food);
        GeneratorRun after = before.With(s_zoo, s_food, s_pets);

        Assert.Equal("DRG2004", Assert.Single(before.Diagnostics, diagnostic => diagnostic.Id.StartsWith("DRG20", StringComparison.Ordinal)).Id);
        Assert.Empty(after.Problems);
    }

    private static SpecFile Part(string path, string text) => new(path, text) { Metadata = [("Kind", "Part")] };
}
