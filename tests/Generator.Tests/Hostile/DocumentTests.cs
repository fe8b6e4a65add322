namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Documents that are wrong where nearly every document says something.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("servers: [{ url: null }]")]
    [InlineData("servers: [null, 5, { url: [] }, { variables: { a: null } }]")]
    [InlineData("servers: [{ url: «DRG2015»'https://{a}.example', variables: { a: { default: null, enum: [null] } } }]")]
    [InlineData("servers: [{ url: '{a}', variables: [a] }]")]
    public void Servers_are_left_out_or_compile(string servers) => MarkedSpec.AssertHolds($$"""
        {{servers}}
        paths: { /a: { get: { servers: [{ url: null }], responses: { 204: {} } } } }
        """);

    [Theory]
    [InlineData("«DRG2007»{ name: null, in: query, schema: { type: string } }")]
    [InlineData("«DRG2007»{ name: [a], in: query, schema: { type: string } }")]
    [InlineData("{ name: a, in: «DRG2006»null, schema: { type: string } }")]
    [InlineData("{ name: a, in: query, style: null, «DRG2006»schema: null }")]
    [InlineData("{ name: a, in: query, style: [form], explode: 5, allowReserved: yes, schema: { type: [array, string], items: false } }")]
    public void A_parameter_is_located_or_compiles(string parameter) => MarkedSpec.AssertHolds($$"""
        paths: { /a: { get: { operationId: getA, parameters: [{{parameter}}], responses: { 204: {} } } } }
        """);

    [Theory]
    [InlineData("«DRG2006»headers: [X-A]")]
    [InlineData("headers: { X-A: null, x-a: {}, 'X A': {}, '': {}, Content-Type: {} }")]
    [InlineData("headers: { X-A: { $ref: «DRG2003»'#/nowhere' } }")]
    [InlineData("headers: { Values: {}, Empty: {}, Equals: {}, int64: { schema: { type: [integer, string, 'null'] } }, '***': {}, class: { schema: 5 } }")]
    public void Headers_of_a_response_are_located_or_compile(string headers) => MarkedSpec.AssertHolds($$"""
        paths: { /a: { get: { operationId: getA, responses: { 204: { {{headers}} } } } } }
        """);
}
