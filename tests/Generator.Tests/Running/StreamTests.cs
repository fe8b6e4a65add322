using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Generated methods that stream, over a socket.</summary>
public sealed class StreamTests
{
    private static readonly MethodInfo s_tell = GeneratorRun.Of(Emitted.Paths(
        """
        /chat:
          get:
            operationId: chat
            parameters: [{ name: q, in: query, required: true, schema: { type: string } }]
            responses:
              200:
                content:
                  text/event-stream:
                    itemSchema:
                      oneOf:
                        - properties: { event: { const: delta }, data: { type: string, contentMediaType: application/json, contentSchema: { required: [text], properties: { text: { type: string } } } } }
                        - properties: { event: { const: done }, data: { type: string } }
                    x-event-stream: { end: [done], error: [error] }
        """) with
        {
            Errors = """
                catalog: 1
                envelope: { code: /error/code, message: /error/message }
                errors: { TOO_LONG: { message: Say less. } }
                """,
        })
        .WithSource("""
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Consumer.Cases;

            internal static class Story
            {
                /// <summary>Each item, and how it ended.</summary>
                public static async Task<List<string>> Tell(Uri address, string q)
                {
                    List<string> story = [];
                    using CasesClient client = new(new CasesClientOptions { BaseAddress = address, MaxRetries = 0 });
                    try
                    {
                        IAsyncEnumerable<ChatEvent> stream = client.ChatAsync(q);
                        story.Add("called");
                        await foreach (ChatEvent received in stream)
                        {
                            story.Add(received switch
                            {
                                ChatEvent.Delta(var delta) => $"delta {delta.Text}",
                                ChatEvent.Done(var text) => $"done {text}",
                                ChatEvent.Unknown(var other) => $"unknown {other.EventType} {other.Data} {other.Id}",
                                _ => "impossible",
                            });
                        }
                    }
                    catch (Exception problem)
                    {
                        story.Add(problem.GetType().Name);
                    }

                    return story;
                }
            }
            """)
        .AssertCompiles()
        .Load()
        .GetType("Story")!.GetMethod("Tell")!;

    public static TheoryData<string, string[]> Streams { get; } = new()
    {
        { "event: delta\ndata: {\"text\":\"a\"}\n\nevent: delta\ndata: {\"text\":\ndata: \"b\"}\n\nevent: done\ndata: 7\n\n", ["delta a", "delta b", "done 7"] },
        { "event: done\ndata\n\nevent: delta\ndata: {}\n\n", ["done "] },
        { "id: 4\ndata: x\n\nevent: ping\ndata: {}\n\nevent: done\ndata:\n\n", ["unknown message x 4", "unknown ping {} 4", "done "] },
        { "event: delta\ndata: {\"text\":\"a\"}\n\nevent: error\ndata: {\"error\":{\"code\":\"TOO_LONG\"}}\n\n", ["delta a", "TooLongException"] },
        { "event: error\ndata: {\"error\":{\"code\":\"NEW\"}}\n\n", ["CasesException"] },
        { "event: delta\ndata: {\"text\":\"a\"}\n\n", ["delta a", "TransportException"] },
        { "event: delta\ndata: {\"text\":1}\n\n", ["ResponseFormatException"] },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task Events_become_cases_and_exceptions(string events, string[] story)
    {
        await using OneAnswer server = OneAnswer.OfEvents(events);

        Assert.Equal(["called", .. story], await Tell(server.Address, "hello"));
        string request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /chat?q=hello HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nAccept: text/event-stream\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_an_error_is_thrown_before_the_first_item()
    {
        await using OneAnswer server = new("HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{\"error\":{\"code\":\"TOO_LONG\"}}");

        Assert.Equal(["called", "TooLongException"], await Tell(server.Address, "hello"));
    }

    /// <summary>Not at the first item, where nobody would look for it.</summary>
    [Fact]
    public async Task Arguments_are_checked_by_the_call()
    {
        await using OneAnswer server = OneAnswer.OfEvents("");

        Assert.Equal(["ArgumentNullException"], await Tell(server.Address, null));
        Assert.Empty(server.Requests);
    }

    private static Task<List<string>> Tell(Uri address, string? q) => (Task<List<string>>)s_tell.Invoke(null, [address, q])!;
}
