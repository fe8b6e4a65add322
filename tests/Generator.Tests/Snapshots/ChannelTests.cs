using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Operations that open WebSockets.</summary>
public sealed class ChannelTests
{
    [Fact]
    public void A_channel_of_everything() => Snapshot.Verify(Emitted.Files(
        Emitted.Paths(
            """
            /rooms/{room}/listen:
              get:
                operationId: listen
                summary: Opens a channel that tells what is said.
                deprecated: true
                parameters:
                  - { name: room, in: path, required: true, schema: { type: string } }
                  - { name: language, in: query, description: Only this one., schema: { type: string } }
                x-websocket:
                  send:
                    binary: { minLength: 10, maxLength: 20 }
                    json: { $ref: '#/components/schemas/Command' }
                  receive: { $ref: '#/components/schemas/Frame' }
                  error: [error, fatal]
                  advisory: [warning]
                  close:
                    1001: { code: AWAY, reconnect: true }
                    1008: { code: BAD }
                    4003: BAD
                  subprotocol: access_token
                  reconnect: { retries: 3, base: 500ms, cap: 1m }
                  idleTimeout: 90s
                  maxMessageBytes: 2048
                responses: { 101: { description: Open. } }
            """,
            """
            components:
              schemas:
                Command: { type: object, required: [id, pause], properties: { id: { type: string, readOnly: true }, pause: { type: boolean } } }
                Frame:
                  oneOf:
                    - { type: object, required: [status/type], properties: { status/type: { const: word }, word: { type: string } } }
                    - { type: object, required: [status/type], properties: { status/type: { const: warning }, seconds: { type: integer } } }
            """) with { ErrorsPath = "errors.yaml", Errors = "catalog: 1\nerrors: { AWAY: { retry: reconnect }, BAD: { message: Bad. } }" },
        "CasesClient",
        "ListenChannel"));

    [Fact]
    public void Channels_of_little() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /texts: { get: { operationId: connectTexts, x-websocket: { receive: { type: [string, 'null'] }, send: { json: { type: [string, 'null'] } } }, responses: { 101: {} } } }
        /numbers: { get: { operationId: numbers, x-websocket: { receive: { type: array, items: { type: integer } }, send: { binary: {} }, reconnect: {} }, responses: { 101: {} } } }
        """), "CasesClient", "ConnectTextsChannel", "NumbersChannel"));
}
