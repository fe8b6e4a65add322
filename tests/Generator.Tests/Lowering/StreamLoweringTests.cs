using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Which successes are streams, and what their items are.</summary>
public sealed class StreamLoweringTests
{
    private const string Json = "type: string, contentMediaType: application/json";

    [Theory]
    [InlineData("{}", "Event ")]
    [InlineData("{ schema: { type: string } }", "Event ")]
    [InlineData("{ itemSchema: { properties: { data: { type: string } } } }", "Text String")]
    [InlineData("{ itemSchema: { properties: { event: { type: string } } } }", "Text String")]
    [InlineData($"{{ itemSchema: {{ properties: {{ data: {{ {Json} }} }} }} }}", "Json Json")]
    [InlineData($"{{ itemSchema: {{ properties: {{ data: {{ {Json}, contentSchema: {{ type: array, items: {{ type: integer }} }} }} }} }} }}", "Json List<Int64>")]
    [InlineData($"{{ itemSchema: {{ properties: {{ data: {{ {Json}, contentSchema: {{ type: [string, 'null'] }} }} }} }} }}", "Json String?")]
    [InlineData("{ itemSchema: { properties: { data: { $ref: '#/components/schemas/A' } } } }", "Json A")]
    [InlineData("{ itemSchema: { allOf: [{ $ref: '#/components/schemas/E' }] } }", "Json A")]
    [InlineData("{ itemSchema: { properties: { event: { const: a }, data: { type: string } } } }", "Cases StreamEvent")]
    public void A_stream_has_items(string media, string expected)
    {
        OperationModel operation = Good(media).Operation("stream");
        StreamModel stream = Assert.IsType<StreamModel>(operation.Stream);

        Assert.Equal(expected, $"{stream.Item} {stream.Type?.Text()}{(stream.IsNullable ? "?" : "")}");
        Assert.Null(operation.Result.Type);
        Assert.Equal(new StreamModel(stream.Item, stream.Type, stream.IsNullable, default, default, Reconnects: false, IdleTimeout: null), stream);
    }

    [Fact]
    public void Alternatives_are_cases()
    {
        LoweredClient client = Good($$"""
            { itemSchema: { oneOf: [
                { properties: { event: { const: text_delta }, data: { {{Json}}, contentSchema: { $ref: '#/components/schemas/A' } } } },
                { properties: { event: { enum: [done, stop] }, data: { type: string } } },
                { properties: { data: { {{Json}}, contentSchema: { properties: { x: { type: string } } } } } },
                { properties: { event: { const: error }, data: { type: string } } }] },
              x-event-stream: { error: [error] } }
            """);

        EventsModel events = Assert.Single(client.Model.Events);
        Assert.Equal("StreamEvent", events.Name);
        Assert.Equal(["TextDelta A: text_delta", "Done String text: done, stop", "Message StreamEventMessage: message"], events.Cases.Select(Text));
        Assert.Single(client.Record("StreamEventMessage").Members);
    }

    [Fact]
    public void The_extension_is_read()
    {
        StreamModel stream = Good("{ x-event-stream: { end: [a, b], error: [c], reconnect: true, idleTimeout: 90s } }").Operation("stream").Stream!;

        Assert.Equal(["a", "b"], stream.End);
        Assert.Equal(["c"], stream.Error);
        Assert.True(stream.Reconnects);
        Assert.Equal(90_000, stream.IdleTimeout);
    }

    [Theory]
    [InlineData("x", "it must be an object")]
    [InlineData("{ ends: [a] }", "'ends' is not one of its members. Did you mean 'end'?")]
    [InlineData("{ end: a }", "'end' is a list of types of events")]
    [InlineData("{ error: [[a]] }", "'error' is a list of types of events")]
    [InlineData("{ error: [''] }", "'error' is a list of types of events")]
    [InlineData("{ reconnect: 1 }", "'reconnect' is true or false")]
    [InlineData("{ idleTimeout: 2 }", "'idleTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ idleTimeout: 0s }", "'idleTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ idleTimeout: 25h }", "'idleTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ idleTimeout: [2m] }", "'idleTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    public void An_extension_that_is_malformed_is_not_used(string extension, string reason)
    {
        LoweredClient client = Of($"{{ x-event-stream: {extension} }}");

        Assert.Equal([$"x-event-stream of operation 'stream' is not used: {reason}"], client.Messages);
        Assert.Equal(StreamItem.Event, client.Operation("stream").Stream!.Item);
    }

    [Theory]
    [InlineData("{ type: string }", "Items that are not described as events, with 'event' and 'data'")]
    [InlineData("{ $ref: '#/components/schemas/A' }", "Items that are not described as events, with 'event' and 'data'")]
    [InlineData("{ oneOf: [{ properties: { event: { const: a } } }, { type: string }] }", "Items that are not described as events, with 'event' and 'data'")]
    [InlineData("{ oneOf: [{ properties: { event: { const: a } } }, { properties: { event: { enum: [b, a] } } }] }", "Events that 'event' does not tell apart")]
    [InlineData("{ oneOf: [{ properties: { event: { const: a } } }, { properties: { event: { type: string } } }] }", "Events that 'event' does not tell apart")]
    public void What_describes_no_events_is_not_read(string itemSchema, string reason)
    {
        LoweredClient client = Of($"{{ itemSchema: {itemSchema} }}");

        Assert.Equal([$"{reason}; values are kept as they are (ServerSentEvent)"], client.Messages);
        Assert.Equal(StreamItem.Event, client.Operation("stream").Stream!.Item);
    }

    [Theory]
    [InlineData("{ $ref: '#/nowhere' }")]
    [InlineData("{ properties: { data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/nowhere' } } } }", "Event 'message' is left out until the error in the schema of its data is corrected")]
    [InlineData("{ oneOf: [{ properties: { event: { const: a } } }, { $ref: '#/nowhere' }] }", "Event '/paths/~1a/get/responses/200/content/text~1event-stream/itemSchema/oneOf/1' is left out until the error in its schema is corrected")]
    public void What_cannot_be_read_is_one_problem(string itemSchema, params string[] consequences)
    {
        LoweredClient client = Of($"{{ itemSchema: {itemSchema} }}");

        Assert.Equal(["'#/nowhere' points to nothing in this document.", .. consequences], client.Messages);
        Assert.NotNull(client.Operation("stream").Stream);
    }

    /// <summary>One type for one schema; another one where other events are errors, or where values of the schema are read as JSON too.</summary>
    [Fact]
    public void Events_of_a_component_are_called_after_it()
    {
        LoweredClient client = LoweredClient.OfPathItem(
            """
            get: { operationId: first, responses: { 200: { content: { text/event-stream: { itemSchema: { $ref: '#/components/schemas/V' } } } } } }
            put: { operationId: second, responses: { 200: { content: { text/event-stream: { itemSchema: { $ref: '#/components/schemas/V' } } } } } }
            post: { operationId: third, responses: { 200: { content: { text/event-stream: { itemSchema: { $ref: '#/components/schemas/V' }, x-event-stream: { error: [b] } } } } } }
            trace: { operationId: fourth, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/V' } } } } } }
            """,
            "V: { oneOf: [{ required: [event], properties: { event: { const: a } } }, { required: [event], properties: { event: { const: b } } }] }");

        Assert.Empty(client.Messages);
        Assert.Equal(["V", "V", "ThirdEvent"], client.Operations.Take(3).Select(operation => operation.Stream!.Type!.Name));
        Assert.Equal(["ThirdEvent", "V"], client.Model.Events.Select(events => events.Name));
        Assert.Equal("FourthResponse", client.Operation("fourth").Result.Type!.Name);
    }

    [Theory]
    [InlineData("200: { content: { application/json: {}, text/event-stream: {} } }")]
    [InlineData("200: { content: { text/plain: {} } }\n    default: { content: { text/event-stream: {} } }")]
    public void Json_is_read_where_there_is_a_choice_and_errors_are_no_streams(string responses) =>
        Assert.Null(LoweredClient.OfPathItem($"get:\n  operationId: stream\n  responses:\n    {responses}").Operation("stream").Stream);

    /// <summary>A success that is JSON or a stream, and the methods of its operation besides the Try twin.</summary>
    [Theory]
    [InlineData("chat", "Chat, StreamChat")]
    [InlineData("streamChat", "StreamChat, StreamChatEvents")]
    public void A_choice_of_both_is_two_methods(string id, string expected)
    {
        OperationModel operation = LoweredClient.OfPathItem($"get: {{ operationId: {id}, responses: {{ 200: {{ content: {{ application/json: {{}}, text/event-stream: {{ x-event-stream: {{ end: [done] }} }} }} }} }} }}").Operation(id);

        Assert.Equal(expected, $"{operation.Name}, {operation.StreamTwin!.Name}");
        Assert.Equal(["done"], operation.StreamTwin.Stream.End);
    }

    [Fact]
    public void Another_success_with_a_body_is_not_read()
    {
        LoweredClient client = LoweredClient.OfPathItem("get: { operationId: stream, responses: { 200: { content: { text/event-stream: {} } }, 202: { content: { application/json: {} } }, 204: {} } }");

        Assert.Equal(["Response '202' of operation 'stream' is not read: another success of the operation has another type"], client.Messages);
        Assert.NotNull(client.Operation("stream").Stream);
    }

    [Fact]
    public void A_stream_is_not_polled()
    {
        LoweredClient client = LoweredClient.OfPathItem("get: { operationId: stream, x-polling: { state: /a, success: [b] }, responses: { 200: { content: { text/event-stream: {} } } } }");

        Assert.Equal(["x-polling of operation 'stream' is not used: the operation does not always answer with a body"], client.Messages);
    }

    private static string Text(EventCaseModel item) =>
        $"{item.Name} {item.Data.Type.Text()}{(item.Data.IsNullable ? "?" : "")}{(item.Data.IsText ? " text" : "")}: {string.Join(", ", item.EventTypes)}";

    private static LoweredClient Of(string media) => LoweredClient.OfPathItem(
        $"get: {{ operationId: stream, responses: {{ 200: {{ content: {{ text/event-stream: {media.ReplaceLineEndings(" ")} }} }} }} }}",
        "A: { properties: { a: { type: string } } }",
        "E: { properties: { data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/A' } } } }");

    private static LoweredClient Good(string media)
    {
        LoweredClient client = Of(media);
        Assert.Empty(client.Messages);
        return client;
    }
}
