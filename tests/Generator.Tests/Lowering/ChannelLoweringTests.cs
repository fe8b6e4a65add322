using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>What goes over a WebSocket, and what is refused.</summary>
public sealed class ChannelLoweringTests
{
    [Fact]
    public void The_extension_is_read()
    {
        ChannelModel channel = Good("""
            { send: { binary: { minLength: 1, maxLength: 2 }, json: { $ref: '#/components/schemas/A' } }, receive: { $ref: '#/components/schemas/U' },
              error: [x, y], close: { 1001: { code: AWAY, reconnect: true }, 4000: BAD }, subprotocol: token, reconnect: { retries: 10, base: 2s, cap: 1m },
              idleTimeout: 5m, maxMessageBytes: 7 }
            """);

        Assert.Equal(
            new ChannelModel(
                "OpenChannel", "ConnectOpen", "open", "/paths/~1open/get", false, new TypeRef(TypeKind.Union, "U"), false, new TypeRef(TypeKind.Record, "A"), false,
                new BinaryModel(1, 2), "/k~1~0", new[] { "x", "y" }.ToEquatableArray(), new[] { new CloseModel(1001, "Away", true), new CloseModel(4000, "Bad", false) }.ToEquatableArray(),
                "token", new ReconnectModel(10, 2_000, 60_000), 300_000, 7),
            channel);
    }

    [Fact]
    public void Only_what_is_received_is_required()
    {
        Assert.Equal(
            new ChannelModel("OpenChannel", "ConnectOpen", "open", "/paths/~1open/get", false, new TypeRef(TypeKind.String), true, null, false, null, null, default, default, null, null, null, null),
            Good("{ receive: { type: [string, 'null'] } }"));
    }

    [Fact]
    public void A_row_of_connections_has_defaults() => Assert.Equal(new ReconnectModel(5, 1_000, 30_000), Good("{ receive: { type: string }, reconnect: {} }").Reconnect);

    [Fact]
    public void Inline_messages_are_called_after_the_operation()
    {
        ChannelModel channel = Good("{ receive: { properties: { a: { type: string } } }, send: { json: { properties: { b: { type: string } } } } }");

        Assert.Equal(("OpenMessage", "OpenCommand"), (channel.Received.Name, channel.Sent!.Name));
    }

    [Theory]
    [InlineData("text", "'x-websocket' is an object")]
    [InlineData("{}", "'receive' is missing: the schema of the messages that come")]
    [InlineData("{ receive: {}, recieve: {} }", "'recieve' is not a member of 'x-websocket'. Did you mean 'receive'?")]
    [InlineData("{ receive: {}, send: binary }", "'send' is an object")]
    [InlineData("{ receive: {}, send: { text: {} } }", "'text' is not a member of 'send'.")]
    [InlineData("{ receive: {}, send: { binary: { minLength: -1 } } }", "'minLength' is an integer from 0 to 2147483591")]
    [InlineData("{ receive: {}, send: { binary: { maxLength: 1.5 } } }", "'maxLength' is an integer from 0 to 2147483591")]
    [InlineData("{ receive: {}, send: { binary: { minLength: 2, maxLength: 1 } } }", "'minLength' is above 'maxLength'")]
    [InlineData("{ receive: {}, error: error }", "'error' is a list of kinds of messages")]
    [InlineData("{ receive: {}, error: [error] }", "no member tells the messages apart: 'receive' is not a union")]
    [InlineData("{ receive: { $ref: '#/components/schemas/U' }, error: [e], advisory: [e] }", "'e' is an error as well, but a notice is none")]
    [InlineData("{ receive: {}, close: [1000] }", "'close' is an object: from statuses to codes")]
    [InlineData("{ receive: {}, close: { 999: BAD } }", "'999' is not a status that closes a channel: 1000 to 4999 without 1004, 1006 and 1015")]
    [InlineData("{ receive: {}, close: { 1006: BAD } }", "'1006' is not a status that closes a channel: 1000 to 4999 without 1004, 1006 and 1015")]
    [InlineData("{ receive: {}, close: { 1001: { reconnect: true } } }", "'code' is missing: a code of the catalog")]
    [InlineData("{ receive: {}, close: { 1001: { code: AWAY, reconnect: yes } } }", "'reconnect' of a status is true or false")]
    [InlineData("{ receive: {}, close: { 1001: AWA } }", "the catalog has no code 'AWA'. Did you mean 'AWAY'?")]
    [InlineData("{ receive: {}, subprotocol: 'a b' }", "'subprotocol' is a token (RFC 9110, section 5.6.2)")]
    [InlineData("{ receive: {}, reconnect: { retries: 11 } }", "'retries' is an integer from 0 to 10")]
    [InlineData("{ receive: {}, reconnect: { base: 0s } }", "'base' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ receive: {}, idleTimeout: 25h }", "'idleTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ receive: {}, maxMessageBytes: 0 }", "'maxMessageBytes' is an integer from 1 to 2147483591")]
    public void A_mistake_leaves_the_operation_out(string extension, string reason)
    {
        LoweredClient client = Lower(extension);

        Assert.Equal([$"Operation 'open' is left out, because its x-websocket is malformed: {reason}"], client.Messages);
        Assert.Empty(client.Operations);
    }

    [Theory]
    [InlineData("post", "")]
    [InlineData("get", "requestBody: { content: { application/json: { schema: { type: string } } } },")]
    public void A_channel_begins_with_a_GET_without_a_body(string method, string body)
    {
        LoweredClient client = Lower("{ receive: {} }", method, body);

        Assert.Contains("a channel begins with a GET request without a body", Assert.Single(client.Messages), StringComparison.Ordinal);
    }

    private static ChannelModel Good(string extension)
    {
        LoweredClient client = Lower(extension);
        Assert.Empty(client.Messages);
        return client.Operation("open").Channel!;
    }

    private static LoweredClient Lower(string extension, string method = "get", string body = "") => LoweredClient.Of(
        $$"""
        paths:
          /open: { {{method}}: { operationId: open, {{body}} x-websocket: {{extension.ReplaceLineEndings(" ")}}, responses: { 101: {} } } }
        components:
          schemas:
            A: { type: object, properties: { a: { type: string } } }
            U: { oneOf: [{ type: object, required: ['k/~'], properties: { 'k/~': { const: b } } }, { type: object, required: ['k/~'], properties: { 'k/~': { const: c } } }] }
        """,
        "errors: { AWAY: { retry: reconnect }, BAD: {} }");
}
