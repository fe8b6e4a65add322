namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Schemas that are composed so deeply, or of each other in so many ways, that whoever followed all of them would not come to an end.</summary>
public sealed class CompositionTests
{
    /// <summary>Each level has twice as many ways as the one above.</summary>
    [Theory]
    [InlineData("oneOf: [«A», «B»]")]
    [InlineData("anyOf: [«A», «B», { type: string }]")]
    [InlineData("allOf: [«A», «B»]")]
    [InlineData("properties: { a: { type: string } }, oneOf: [«A», «B»]")]
    [InlineData("properties: { a: { type: string } }, allOf: [«A», { anyOf: [«B», { type: object }] }]")]
    public void Levels_of_two_end(string composition)
    {
        const int Levels = 40;
        IEnumerable<string> schemas = Enumerable.Range(0, Levels).SelectMany(level => new[] { "A", "B" }.Select(letter =>
            $"    {letter}{level}: {{ {composition.Replace("«A»", Reference($"A{level + 1}"), StringComparison.Ordinal).Replace("«B»", Reference($"B{level + 1}"), StringComparison.Ordinal)} }}"));
        AssertEnds([.. schemas, Leaf($"A{Levels}"), Leaf($"B{Levels}")], "A0");
    }

    [Theory]
    [InlineData("oneOf")]
    [InlineData("allOf")]
    public void All_of_each_other_end(string keyword)
    {
        const int Count = 15;
        IEnumerable<string> schemas = Enumerable.Range(0, Count).SelectMany(one => new[]
        {
            $"    U{one}: {{ {keyword}: [{Reference($"L{one}")}, {string.Join(", ", Enumerable.Range(0, Count).Where(other => other != one).Select(other => Reference($"U{other}")))}] }}",
            Leaf($"L{one}"),
        });
        AssertEnds([.. schemas], "U0");
    }

    [Theory]
    [InlineData("oneOf: [«A», { type: string }]")]
    [InlineData("type: array, items: «A»")]
    [InlineData("additionalProperties: «A»")]
    [InlineData("allOf: [«A»]")]
    [InlineData("allOf: [«A»], properties: { a: { type: string } }")]
    public void A_long_way_down_ends(string schema)
    {
        const int Levels = 500;
        AssertEnds([.. Enumerable.Range(0, Levels).Select(level => $"    A{level}: {{ {schema.Replace("«A»", Reference($"A{level + 1}"), StringComparison.Ordinal)} }}"), Leaf($"A{Levels}")], "A0");
    }

    private static string Reference(string schema) => $"{{ $ref: '#/components/schemas/{schema}' }}";

    private static string Leaf(string name) => $"    {name}: {{ type: object, required: [t], properties: {{ t: {{ const: {name} }} }} }}";

    /// <summary>A compiler has a stack of 1 MB for this.</summary>
    private static void AssertEnds(string[] schemas, string schema)
    {
        string text = $$"""
            openapi: 3.1.0
            info: { title: Zoo, version: '1' }
            paths: { /a: { get: { operationId: getA, responses: { 200: { content: { application/json: { schema: {{Reference(schema)}} } } } } } } }
            components:
              schemas:
            {{string.Join('\n', schemas)}}
            """;
        GeneratorRun? run = null;
        Thread compiler = new(() => run = GeneratorRun.Of(new SpecFile("zoo.yaml", text)), maxStackSize: 1024 * 1024);
        compiler.Start();
        compiler.Join();

        Assert.DoesNotContain(run!.Diagnostics, diagnostic => diagnostic.Id is "DRG9001" or "CS8785");
        run.AssertCompiles();
    }
}
