namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Where two things want one name, the order of the document's keys does not decide which of them gets it.</summary>
public sealed class StableNamesTests
{
    [Theory]
    [InlineData("'/b': { get: { operationId: x, tags: [u] } }, '/a': { get: { operationId: X, tags: [u] } }")]
    [InlineData("'/a': { get: { operationId: X, tags: [u] } }, '/b': { get: { operationId: x, tags: [u] } }")]
    public void Methods_are_named_in_the_order_of_paths(string paths)
    {
        LoweredClient client = LoweredClient.Of($"paths: {{ {paths} }}");

        Assert.Equal(["/a X", "/b X2"], client.Operations.Select(operation => $"{operation.Path} {operation.Name}").Order(StringComparer.Ordinal));
    }

    /// <summary>The list is inline in Base, and so is called after it, whichever record is met first.</summary>
    [Theory]
    [InlineData("Sub", "Base")]
    [InlineData("Base", "Sub")]
    public void Inline_types_are_named_after_the_component_they_stand_in(string first, string second)
    {
        LoweredClient client = LoweredClient.Good(
            $$"""
            paths:
              /a: { get: { operationId: a, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/{{first}}' } } } } } } }
              /b: { get: { operationId: b, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/{{second}}' } } } } } } }
            components:
              schemas:
                Base: { type: object, properties: { size: { type: object, properties: { x: { type: integer } } } } }
                Sub: { allOf: [{ $ref: '#/components/schemas/Base' }, { type: object, properties: { own: { type: object, properties: { y: { type: integer } } } } }] }
            """);

        Assert.Equal(["Base", "BaseSize", "Sub", "SubOwn"], client.Model.Records.Select(record => record.Name));
    }
}
