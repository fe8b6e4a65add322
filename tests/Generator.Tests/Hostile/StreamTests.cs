namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Documents that are wrong about streams, or use names that streams need themselves.</summary>
public sealed class StreamTests
{
    private const string Event = "itemSchema: { properties: { event: { const: a }, data: { type: string } } }";

    [Theory]
    [InlineData("«DRG2006»itemSchema: null")]
    [InlineData("«DRG2006»itemSchema: hello")]
    [InlineData("«DRG2103»itemSchema: true")]
    [InlineData("«DRG2103»itemSchema: { type: array, items: {} }")]
    [InlineData("itemSchema: { oneOf: [{ $ref: «DRG2003»'#/nowhere' }, { properties: { event: { const: a } } }] }")]
    [InlineData("«DRG2103»itemSchema: { oneOf: [{ properties: { event: { const: a } } }, { properties: { event: { const: a } } }] }")]
    [InlineData("itemSchema: { oneOf: [{ properties: { event: { const: 1 } } }, { properties: { event: { const: 2 } } }] }")]
    [InlineData("«DRG2103»itemSchema: { oneOf: [{ properties: { event: { const: [a] } } }, { properties: { event: { enum: [] } } }] }")]
    [InlineData("itemSchema: { properties: { event: { const: a }, data: { type: string, contentMediaType: application/json, «DRG2006»contentSchema: 5 } } }")]
    [InlineData("itemSchema: { properties: { event: { const: a }, data: { type: string, «DRG2107»contentSchema: {} } } }")]
    [InlineData(Event + ", x-event-stream: «DRG2021»[a]")]
    [InlineData(Event + ", x-event-stream: { idleTimeout: «DRG2021»null }")]
    [InlineData(Event + ", «DRG2107»itemEncoding: {}, «DRG2107»prefixEncoding: []")]
    [InlineData(Event + ", x-event-stream: { error: [a] }")]
    [InlineData("itemSchema: { $ref: '#/components/schemas/Loop' }")]
    [InlineData("itemSchema: { $ref: '#/components/schemas/ServerSentEvent' }")]
    public void A_stream_is_located_or_compiles(string media) => MarkedSpec.AssertHolds($$"""
        paths:
          /chat: { post: { operationId: chat, responses: { 200: { content: { text/event-stream: { {{media}} } } } } } }
        components:
          schemas:
            Loop: { properties: { event: { const: a }, data: { $ref: '#/components/schemas/Loop' } } }
            ServerSentEvent: { oneOf: [{ properties: { event: { const: a } } }, { properties: { event: { const: b }, data: { $ref: '#/components/schemas/IAsyncEnumerable' } } }] }
            IAsyncEnumerable: { type: object, properties: { a: { type: string } } }
            EventStreamInfo: { type: object, properties: { a: { $ref: '#/components/schemas/JsonElement' } } }
            JsonElement: { type: object, properties: { a: { type: string } } }
        """);

    [Theory]
    [InlineData("application/json: { «DRG2107»itemSchema: {} }")]
    [InlineData("application/x-lines: { «DRG2107»itemSchema: { type: string } }")]
    [InlineData("application/json: { schema: {}, «DRG2107»x-event-stream: { end: [a] } }")]
    [InlineData("multipart/mixed: { schema: {}, «DRG2107»prefixEncoding: [], «DRG2107»itemEncoding: null }")]
    public void What_is_no_stream_has_no_items(string content) => MarkedSpec.AssertHolds($$"""
        paths:
          /chat: { post: { operationId: chat, responses: { 200: { content: { {{content}} } } } } }
        """);

    [Fact]
    public void Cases_have_names_of_their_own()
    {
        string[] types = ["unknown", "Unknown", "class", "event", "Value", "value", "ServerSentEvent", "ChatEvent", "Equals", "1", "***", "delta.x", "delta-x", "Json", "EqualityContract", "GetType", "日本", "\\u2028\\\"+x"];

        MarkedSpec.AssertHolds($$"""
            paths:
              /chat: { post: { operationId: chat, responses: { 200: { content: { text/event-stream: { itemSchema: { oneOf: [{{string.Join(", ", types.Select(type => $"{{ description: \"{type} */ </summary>\", properties: {{ event: {{ const: \"{type}\" }} }} }}"))}}] } } } } } } }
            """);
    }

    /// <summary>The method that streams, which an operation has beside the ordinary one.</summary>
    [Fact]
    public void Twins_have_names_of_their_own() => MarkedSpec.AssertHolds("""
        paths:
          /a: { post: { operationId: chat, deprecated: true, requestBody: { content: { application/json: { schema: { properties: { stream: { type: boolean } } } } } }, responses: { 200: { content: { application/json: { schema: { type: integer } }, text/event-stream: {} } } } } }
          /b: { post: { operationId: streamChat, responses: { 200: { content: { '*/*': {}, text/event-stream: {} } } } } }
          /c: { post: { operationId: streamChatEvents, responses: { 204: {} } } }
          /d: { get: { operationId: ready, x-readiness: { method: streamChat2 }, responses: { 204: {} } } }
        """);
}
