using Dragoman.Generator.Normalize;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Values of the wrong type are shown once, where they are; what is only unusual is not.</summary>
public sealed class DocumentNormalizerTests
{
    [Theory]
    [InlineData("paths: []", "DRG2006 2:1")]
    [InlineData("components: []", "DRG2006 2:1")]
    [InlineData("components: { schemas: [] }", "DRG2006 2:15")]
    [InlineData("paths: { /a: ~ }", "DRG2006 2:10")]
    [InlineData("paths: { /a: { $ref: 3 } }", "DRG2006 2:22")]
    [InlineData("paths: { /a: { get: x } }", "DRG2006 2:16")]
    [InlineData("paths: { /a: { get: { parameters: {} } } }", "DRG2006 2:23")]
    [InlineData("paths: { /a: { get: { parameters: [x] } } }", "DRG2006 2:36")]
    [InlineData("paths: { /a: { get: { requestBody: x } } }", "DRG2006 2:23")]
    [InlineData("paths: { /a: { get: { responses: [] } } }", "DRG2006 2:23")]
    [InlineData("paths: { /a: { get: { responses: { 200: ~ } } } }", "DRG2006 2:36")]
    [InlineData("paths: { /a: { get: { tags: x } } }", "DRG2006 2:23")]
    [InlineData("paths: { /a: { get: { parameters: [{ $ref: '#/%zz' }] } } }", "DRG2003 2:44")]
    public void A_part_of_the_wrong_type_is_one_problem(string body, string problem) => Assert.Equal([problem], Problems(body));

    [Theory]
    [InlineData("A: 3", "DRG2006 2:26")]
    [InlineData("A: ~", "DRG2006 2:26")]
    [InlineData("A: []", "DRG2006 2:26")]
    [InlineData("A: { allOf: x }", "DRG2006 2:31")]
    [InlineData("A: { anyOf: {} }", "DRG2006 2:31")]
    [InlineData("A: { oneOf: 3 }", "DRG2006 2:31")]
    [InlineData("A: { enum: x }", "DRG2006 2:31")]
    [InlineData("A: { required: x }", "DRG2006 2:31")]
    [InlineData("A: { properties: [] }", "DRG2006 2:31")]
    [InlineData("A: { type: strnig }", "DRG2008 2:37")]
    [InlineData("A: { $ref: '#/components/schemas/A' }", "DRG2103 2:37")]
    [InlineData("A: { $ref: 'other.yaml' }", "DRG2004 2:37")]
    [InlineData("A: { $ref: [] }", "DRG2006 2:37")]
    public void A_schema_of_the_wrong_type_is_one_problem_however_often_it_is_used(string schema, string problem)
    {
        string users = string.Join(", ", Enumerable.Range(1, 3).Select(user => $"B{user}: {{ properties: {{ a: {{ $ref: '#/components/schemas/A' }} }} }}"));

        Assert.Equal([problem], Problems($"components: {{ schemas: {{ {schema}, {users} }} }}"));
    }

    /// <summary>JSON Schema 2020-12, 4.3.2: true and false are schemas, also where a $ref leads to them.</summary>
    [Theory]
    [InlineData("A: true")]
    [InlineData("A: false")]
    [InlineData("A: {}")]
    [InlineData("A: { required: true, type: string }")]
    [InlineData("A: { type: [string, 'null'] }")]
    [InlineData("A: { $ref: '#/components/schemas/C' }, C: true")]
    public void An_unusual_schema_is_none(string schema) =>
        Assert.Empty(Problems($"components: {{ schemas: {{ {schema}, B: {{ properties: {{ a: {{ $ref: '#/components/schemas/A' }} }} }} }} }}"));

    private static IReadOnlyList<string> Problems(string body)
    {
        Reading reading = Reading.Of($"openapi: 3.1.0\n{body}");
        DocumentNormalizer.Normalize(reading.Root!, reading.Diagnostics);
        return reading.Problems;
    }
}
