using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Generated methods with results of several types, redirects, headers and lines of JSON, over a socket.</summary>
public sealed class ResultTests
{
    private static readonly MethodInfo s_tell = GeneratorRun.Of(Emitted.Paths(
        """
        /pet:
          get:
            operationId: getPet
            responses:
              200: { headers: { X-Rate-Limit: { description: What is left., schema: { type: integer } }, Expires: { schema: { type: string, format: date-time } }, X-Kind: { schema: { type: string } } }, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
              202: { content: { application/json: { schema: { type: integer } } } }
              203: { content: { image/png: {} } }
              204: { description: None. }
          head: { operationId: askPet, responses: { 200: { content: { application/json: { schema: { type: string } } } } } }
        /old: { get: { operationId: getOld, responses: { 302: { headers: { Location: { schema: { type: string } } } } } } }
        /lines: { get: { operationId: getLines, responses: { 200: { content: { application/x-ndjson: { schema: { type: object, required: [n], properties: { n: { type: integer } } } } } } } } }
        """))
        .WithSource("""
            using System;
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Consumer.Cases;
            using Dragoman;

            internal static class Story
            {
                public static async Task<string> Tell(Uri address, string what)
                {
                    using CasesClient client = new(new CasesClientOptions { BaseAddress = address, MaxRetries = 0 });
                    try
                    {
                        return await Tell(client, what);
                    }
                    catch (Exception problem)
                    {
                        return problem.GetType().Name;
                    }
                }

                private static async Task<string> Tell(CasesClient client, string what)
                {
                    switch (what)
                    {
                        case "pet":
                            return await client.GetPetAsync() switch
                            {
                                GetPetResult.Ok(var pet) => $"pet {pet.Name}",
                                GetPetResult.Accepted(var number) => $"number {number}",
                                GetPetResult.NonAuthoritativeInformation(var file) => $"file {file.Stream.ReadByteAsync()}",
                                GetPetResult.NoContent => "none",
                                _ => "impossible",
                            };
                        case "head":
                            ApiResult head = await client.TryAskPetAsync();
                            return $"{head.Status} {head.IsSuccess} {head.Headers["x-kind"]}";
                        case "headers":
                            ApiResult<GetPetResult> result = await client.TryGetPetAsync();
                            return FormattableString.Invariant($"{result.Status} {result.IsSuccess} {result.Headers.RateLimit()} {result.Headers.Kind()} {result.Headers.Expires():o}");
                        case "old":
                            string location = "";
                            await client.GetOldAsync(new() { OnCompleted = call => location = $"{call.Status} {call.Headers.Location()}" });
                            return location;
                        default:
                            List<long> lines = [];
                            await foreach (GetLinesItem line in client.GetLinesAsync())
                            {
                                lines.Add(line.N);
                            }

                            return string.Join(" ", lines);
                    }
                }

                private static int ReadByteAsync(this System.IO.Stream stream)
                {
                    byte[] one = new byte[1];
                    return stream.ReadAsync(one, 0, 1).GetAwaiter().GetResult() == 0 ? -1 : one[0];
                }
            }
            """)
        .AssertCompiles()
        .Load()
        .GetType("Story")!.GetMethod("Tell")!;

    [Theory]
    [InlineData("200 OK", "application/json", "{\"name\":\"Rex\"}", "pet Rex")]
    [InlineData("202 Accepted", "application/json", "7", "number 7")]
    [InlineData("203 Other", "image/png", "A", "file 65")]
    [InlineData("204 No Content", "a/b", "", "none")]
    [InlineData("206 Partial", "application/json", "7", "ResponseFormatException")]
    [InlineData("202 Accepted", "application/json", "{}", "ResponseFormatException")]
    [InlineData("304 Not Modified", "a/b", "", "CasesException")]
    public async Task A_success_is_the_case_of_its_status(string status, string contentType, string body, string story) =>
        Assert.Equal(story, await Tell("pet", $"HTTP/1.1 {status}\r\nContent-Type: {contentType}\r\nConnection: close\r\n\r\n{body}", "GET /pet", "application/json, image/png"));

    /// <summary>RFC 9110, 9.3.2: the head is that of GET, and no body follows.</summary>
    [Fact]
    public async Task HEAD_has_headers_and_no_body() =>
        Assert.Equal("200 True b", await Tell("head", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\nX-Kind: b\r\nConnection: close\r\n\r\n", "HEAD /pet", "application/json"));

    [Theory]
    [InlineData("200 OK", "X-Rate-Limit: 12\r\nx-kind: a\r\nX-KIND: b\r\nExpires: Sun, 06 Nov 1994 08:49:37 GMT", "200 True 12 a, b 1994-11-06T08:49:37.0000000+00:00")]
    [InlineData("200 OK", "X-Rate-Limit: many\r\nExpires: 0", "200 True   ")]
    [InlineData("404 Not Found", "X-Rate-Limit: -1", "404 False -1  ")]
    public async Task Headers_are_typed(string status, string headers, string story) =>
        Assert.Equal(story, await Tell("headers", $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nConnection: close\r\n{headers}\r\n\r\n{{\"name\":\"Rex\"}}", "GET /pet", "application/json, image/png"));

    [Theory]
    [InlineData("302 Found", "302 /new")]
    [InlineData("303 See Other", "ResponseFormatException")]
    [InlineData("200 OK", "ResponseFormatException")]
    [InlineData("404 Not Found", "ClientErrorException")]
    public async Task A_redirect_is_an_answer_where_it_is_the_only_one(string status, string story) =>
        Assert.Equal(story, await Tell("old", $"HTTP/1.1 {status}\r\nLocation: /new\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", "GET /old", "application/json"));

    [Theory]
    [InlineData("{\"n\":1}\n{\"n\":2}\r\n\n{\"n\":3}", "1 2 3")]
    [InlineData("", "")]
    [InlineData("{\"n\":1}\n{\"n\":", "ResponseFormatException")]
    [InlineData("{\"n\":1}\n[]\n", "ResponseFormatException")]
    public async Task Lines_are_items(string lines, string story) =>
        Assert.Equal(story, await Tell("lines", $"HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nConnection: close\r\n\r\n{lines}", "GET /lines", "application/x-ndjson"));

    private static async Task<string> Tell(string what, string answer, string requestLine, string accept)
    {
        await using OneAnswer server = new(answer);
        string story = await (Task<string>)s_tell.Invoke(null, [server.Address, what])!;

        string request = Assert.Single(server.Requests);
        Assert.StartsWith($"{requestLine} HTTP/1.1\r\n", request, StringComparison.Ordinal);
        Assert.Contains($"\r\nAccept: {accept}\r\n", request, StringComparison.Ordinal);
        return story;
    }
}
