using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Methods that stream, and the events that they deliver.</summary>
public sealed class StreamTests
{
    /// <summary>JSON of several types, nullable JSON, text, JSON of any kind, an event without a type, one of two types, and one that is an error.</summary>
    [Fact]
    public void Events_of_several_kinds() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /chat/{room}:
          post:
            operationId: streamChat
            summary: Talks.
            deprecated: true
            parameters: [{ name: room, in: path, required: true, schema: { type: string } }]
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Delta' } } } }
            responses:
              200:
                description: The reply.
                content:
                  text/event-stream; charset=utf-8:
                    itemSchema: { $ref: '#/components/schemas/ChatEvent' }
                    x-event-stream: { end: [done, stop], error: [error], reconnect: true, idleTimeout: 90s }
        """,
        """
        components:
          schemas:
            Delta: { type: object, description: A piece., required: [text], properties: { text: { type: string } } }
            ChatEvent:
              description: What comes.
              oneOf:
                - properties: { event: { const: delta }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Delta' } } }
                - properties: { event: { const: deltas }, data: { type: string, contentMediaType: application/json, contentSchema: { type: array, items: { $ref: '#/components/schemas/Delta' } } } }
                - properties: { event: { const: score }, data: { type: string, contentMediaType: application/json, contentSchema: { type: [integer, 'null'] } } }
                - properties: { event: { const: state }, data: { type: string, contentMediaType: application/json, contentSchema: { type: object, properties: { x: { type: string } } } } }
                - properties: { event: { const: extra }, data: { type: string, contentMediaType: application/json } }
                - { description: Still there., properties: { data: { type: string } } }
                - properties: { event: { enum: [done, stop] } }
                - properties: { event: { const: error }, data: { type: string } }
        """), "CasesClient", "ChatEvent"));

    [Fact]
    public void Events_of_one_kind() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        $$"""
        /numbers: { get: { operationId: streamNumbers, responses: { 200: { content: { text/event-stream: { itemSchema: { properties: { data: { type: string, contentMediaType: application/json, contentSchema: { type: integer } } } } } } } } } }
        /lines: { get: { operationId: streamLines, responses: { 200: { content: { text/event-stream: { itemSchema: { properties: { event: { type: string }, data: { type: string } } } } } } } } }
        /all: { get: { operationId: streamAll, responses: { 200: { content: { text/event-stream: { schema: { type: string } } } } } } }
        """), "CasesClient"));

    [Fact]
    public void A_success_as_a_whole_or_as_a_stream() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /chat:
          post:
            operationId: chat
            summary: Talks.
            requestBody: { required: true, content: { application/json: { schema: { type: string } } } }
            responses:
              200:
                description: The reply.
                content:
                  application/json: { schema: { type: string } }
                  text/event-stream:
                    itemSchema: { properties: { data: { type: string } } }
                    x-event-stream: { end: [done] }
        """), "CasesClient"));
}
