using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>What generated methods send of their arguments, over a socket. Expected is what RFC 6570 and the style table of OpenAPI 3.1.1 say.</summary>
public sealed class ParameterTests
{
    private static readonly MethodInfo s_tell = GeneratorRun.Of(Emitted.Paths(
        """
        /{id}{labels}{point}/{raw}:
          get:
            operationId: find
            parameters:
              - { name: id, in: path, required: true, schema: { type: array, items: { type: integer } } }
              - { name: labels, in: path, required: true, style: label, explode: true, schema: { type: array, items: { type: string } } }
              - { name: point, in: path, required: true, style: matrix, schema: { $ref: '#/components/schemas/Point' } }
              - { name: raw, in: path, required: true, allowReserved: true, schema: { type: string } }
              - { name: 'filter[a]', in: query, style: deepObject, schema: { $ref: '#/components/schemas/Filter' } }
              - { name: spread, in: query, schema: { $ref: '#/components/schemas/Point' } }
              - { name: commas, in: query, explode: false, schema: { type: array, items: { $ref: '#/components/schemas/Color' } } }
              - { name: '"quoted" & <odd>', in: query, schema: { type: string } }
              - { name: any, in: query, schema: {} }
              - { name: json, in: query, content: { application/json: { schema: { $ref: '#/components/schemas/Filter' } } } }
              - { name: number, in: query, content: { application/json: { schema: { type: integer } } } }
              - { name: url, in: query, allowReserved: true, schema: { type: string, format: uri } }
              - { name: map, in: query, style: deepObject, schema: { type: object, additionalProperties: { type: boolean } } }
              - { name: X-Spot, in: header, explode: true, schema: { $ref: '#/components/schemas/Point' } }
              - { name: X-Dates, in: header, schema: { type: array, items: { type: string, format: date } } }
              - { name: theme, in: cookie, explode: false, schema: { type: array, items: { type: string } } }
              - { name: place, in: cookie, schema: { $ref: '#/components/schemas/Point' } }
            responses: { 204: { description: Found. } }
        /form:
          post:
            operationId: create
            requestBody:
              required: true
              content:
                application/x-www-form-urlencoded:
                  schema: { $ref: '#/components/schemas/Filter' }
                  encoding: { point: { style: deepObject, explode: true }, points: { style: deepObject } }
            responses: { 204: { description: Created. } }
        /one:
          post:
            operationId: one
            requestBody: { content: { application/x-www-form-urlencoded: { schema: { type: object, properties: { ids: { type: array, items: { type: integer } } } }, encoding: { ids: { style: form, explode: false } } } } }
            responses: { 204: { description: Created. } }
        /whole:
          get:
            operationId: whole
            parameters: [{ name: q, in: querystring, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Filter' } } } }]
            responses: { 204: { description: Found. } }
        """,
        """
        components:
          schemas:
            Color: { type: string, enum: [blue, black] }
            Point: { type: object, required: [x], properties: { x: { type: integer }, y: { type: number }, id: { type: string, readOnly: true } } }
            Filter:
              type: object
              properties:
                name: { type: string }
                tags: { type: array, items: { type: string } }
                point: { $ref: '#/components/schemas/Point' }
                points: { type: array, items: { $ref: '#/components/schemas/Point' } }
        """))
        .WithSource("""
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Consumer.Cases;

            internal static class Story
            {
                public static async Task Tell(Uri address, string call)
                {
                    using CasesClient client = new(new CasesClientOptions { BaseAddress = address, MaxRetries = 0 });
                    Point point = new() { X = 1, Y = 2.5, Id = "never sent" };
                    Filter filter = new() { Name = "a b&c", Tags = new[] { "d", "e,f" }, Point = point, Points = new[] { point, new Point { X = 3 } } };
                    await (call switch
                    {
                        "all" => client.FindAsync(
                            new long[] { 1, 2 }, new[] { "a.b", "c/d" }, point, "x/y z",
                            filterA: filter, spread: point, commas: new[] { Color.Blue, new Color("re,d") }, quotedOdd: "1", any: JsonDocument.Parse("[true,null]").RootElement,
                            json: new Filter { Name = "é" }, number: 5, url: new Uri("https://e/?f=g#h"), map: new Dictionary<string, bool> { ["k]"] = true },
                            spot: point, dates: new[] { new DateOnly(2026, 1, 2), new DateOnly(2026, 1, 3) }, theme: new[] { "dark", "big;" }, place: point),
                        "none" => client.FindAsync(new long[] { 1 }, new[] { "a" }, point, "x"),
                        "form" => client.CreateAsync(filter),
                        "one" => client.OneAsync(new OneRequest { Ids = new long[] { 1, 2 } }),
                        _ => client.WholeAsync(filter),
                    });
                }
            }
            """)
        .AssertCompiles()
        .Load()
        .GetType("Story", throwOnError: true)!
        .GetMethod("Tell")!;

    [Fact]
    public async Task Every_place_and_style_is_sent()
    {
        string request = await SentAsync("all");

        Assert.StartsWith("GET /1,2.a.b.c%2Fd;point=x,1,y,2.5/x/y%20z?", request, StringComparison.Ordinal);
        Assert.Equal(
            [
                "filter[a][name]=a b&c", "filter[a][tags][0]=d", "filter[a][tags][1]=e,f", "filter[a][point][x]=1", "filter[a][point][y]=2.5",
                "filter[a][points][0][x]=1", "filter[a][points][0][y]=2.5", "filter[a][points][1][x]=3",
                "x=1", "y=2.5", "commas=blue,re,d", "\"quoted\" & <odd>=1", "any=true", "json={\"name\":\"é\"}", "number=5", "url=https://e/?f=g#h", "map[k]]=true",
            ],
            Query(request));
        Assert.Contains("&commas=blue,re%2Cd&", request, StringComparison.Ordinal);
        Assert.Contains("&url=https://e/?f=g%23h&", request, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Spot: x=1,y=2.5\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nX-Dates: 2026-01-02,2026-01-03\r\n", request, StringComparison.Ordinal);
        Assert.Contains("\r\nCookie: theme=dark,big%3B; x=1; y=2.5\r\n", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_absent_is_not_sent() => Assert.StartsWith("GET /1.a;point=x,1,y,2.5/x HTTP/1.1\r\n", await SentAsync("none"), StringComparison.Ordinal);

    [Fact]
    public async Task A_form_is_sent_as_its_encoding_says()
    {
        string request = await SentAsync("form");

        Assert.Contains("\r\nContent-Type: application/x-www-form-urlencoded\r\n", request, StringComparison.Ordinal);
        Assert.EndsWith(
            "\r\n\r\nname=a+b%26c&tags=d&tags=e%2Cf&point%5Bx%5D=1&point%5By%5D=2.5&points%5B0%5D%5Bx%5D=1&points%5B0%5D%5By%5D=2.5&points%5B1%5D%5Bx%5D=3", request, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_with_one_encoding_is_sent_so() => Assert.EndsWith("\r\n\r\nids=1,2", await SentAsync("one"), StringComparison.Ordinal);

    [Fact]
    public async Task A_whole_query_is_a_form_whose_objects_are_JSON() =>
        Assert.Equal(["name=a b&c", "tags=d", "tags=e,f", "point={\"x\":1,\"y\":2.5}", "points={\"x\":1,\"y\":2.5}", "points={\"x\":3}"], Query(await SentAsync("whole")));

    private static async Task<string> SentAsync(string call)
    {
        await using OneAnswer server = new("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        await (Task)s_tell.Invoke(null, [server.Address, call])!;
        return Assert.Single(server.Requests);
    }

    /// <summary>The pairs of a request's query, decoded.</summary>
    private static IEnumerable<string> Query(string request) => request.Split(' ')[1].Split('?', 2)[1].Split('&').Select(Uri.UnescapeDataString);
}
