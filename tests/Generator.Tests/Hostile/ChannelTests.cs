namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Documents that are wrong about WebSockets, or use names that channels need themselves.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData("«DRG2022»null")]
    [InlineData("«DRG2022»[]")]
    [InlineData("«DRG2022»true")]
    [InlineData("«DRG2022»{}")]
    [InlineData("{ «DRG2022»$ref: '#/components/x-channel' }")]
    [InlineData("{ «DRG2006»receive: null }")]
    [InlineData("{ «DRG2006»receive: hello }")]
    [InlineData("{ receive: { $ref: «DRG2003»'#/nowhere' } }")]
    [InlineData("{ receive: true, send: «DRG2022»null }")]
    [InlineData("{ receive: true, send: { «DRG2006»json: 5 } }")]
    [InlineData("{ receive: true, send: { binary: «DRG2022»null } }")]
    [InlineData("{ receive: true, send: { binary: { minLength: «DRG2022»-1 } } }")]
    [InlineData("{ receive: true, send: { binary: { maxLength: «DRG2022»99999999999 } } }")]
    [InlineData("{ receive: true, maxMessageBytes: «DRG2022»1e3 }")]
    [InlineData("{ receive: true, close: { 1001: «DRG2022»null } }")]
    [InlineData("{ receive: true, close: { «DRG2022»'01001': x } }")]
    [InlineData("{ receive: true, error: «DRG2022»[x] }")]
    [InlineData("{ receive: true, subprotocol: «DRG2022»\"a\\u0007b\" }")]
    [InlineData("{ receive: true, reconnect: { base: 30s, cap: «DRG2022»1s } }")]
    [InlineData("{ receive: false }")]
    [InlineData("{ receive: true, send: {} }")]
    [InlineData("{ receive: { type: integer }, send: { binary: {}, json: { type: string, format: byte } } }")]
    [InlineData("{ receive: { type: string, enum: [a] }, send: { binary: {}, json: { type: array, items: { type: string, enum: [x] } } } }")]
    public void A_channel_is_located_or_compiles(string channel) => MarkedSpec.AssertHolds($$"""
        paths:
          /ws: { get: { operationId: listen, responses: { 101: {} }, x-websocket: {{channel}} } }
        """);

    [Fact]
    public void Names_of_channels_are_free_of_those_of_schemas_and_of_the_framework() => MarkedSpec.AssertHolds("""
        paths:
          /a:
            get:
              operationId: class
              parameters: [{ name: channelOptions, in: query, schema: { type: string } }, { name: options, in: query, required: true, schema: { type: string } }, { name: call, in: header, schema: { type: integer } }]
              x-websocket: { receive: { $ref: '#/components/schemas/ClassChannel' }, send: { json: { $ref: '#/components/schemas/Task' }, binary: {} } }
              responses: { 101: {} }
          /b: { get: { operationId: connectClass, responses: { 204: {} } } }
          /c: { get: { operationId: ready, x-readiness: { method: connectClass }, responses: { 204: {} } } }
        components:
          schemas:
            ClassChannel: { type: object, properties: { a: { type: string } } }
            ApiChannel: { type: object, properties: { a: { $ref: '#/components/schemas/ChannelOptions' }, b: { $ref: '#/components/schemas/ReadOnlyMemory' } } }
            ChannelOptions: { type: object, properties: { a: { type: string } } }
            ReadOnlyMemory: { type: object, properties: { a: { type: string } } }
            Task: { type: object, properties: { a: { $ref: '#/components/schemas/ApiChannel' }, b: { $ref: '#/components/schemas/CancellationToken' } } }
            CancellationToken: { type: object, properties: { a: { type: string } } }
        """);

    [Fact]
    public void Texts_of_channels_are_texts() => MarkedSpec.AssertHolds("""
        paths:
          /ws:
            get:
              operationId: listen
              description: "a\u2028b\0 </summary> */ \u202e"
              x-websocket: { receive: { $ref: '#/components/schemas/Frame' }, error: ["er\u2028ror\0\"*/"], advisory: ["\u202e"] }
              responses: { 101: {} }
        components:
          schemas:
            Frame: { oneOf: [{ required: ["t\u2028\""], properties: { "t\u2028\"": { const: "\"+x+\"\u2028" } } }, { required: ["t\u2028\""], properties: { "t\u2028\"": { const: "*/" } } }] }
        """);
}
