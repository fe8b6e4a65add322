using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>What is read is sent back as it came, over a socket: a default that nobody set is not sent (JSON Schema 2020-12 validation, 9.2: an annotation).</summary>
public sealed class DefaultTests
{
    private static readonly MethodInfo s_tell = GeneratorRun.Of(Emitted.Paths(
        """
        /setting:
          get:
            operationId: read
            parameters:
              - { name: limit, in: query, schema: { type: integer, default: 20 } }
              - { name: filter, in: query, style: deepObject, schema: { $ref: '#/components/schemas/Setting' } }
              - { name: X-Mode, in: header, schema: { type: string, default: fast } }
            responses: { 200: { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Setting' } } } } }
          put:
            operationId: change
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Setting' } } } }
            responses: { 200: { description: Done. } }
          post:
            operationId: submit
            requestBody: { required: true, content: { application/x-www-form-urlencoded: { schema: { $ref: '#/components/schemas/Setting' } } } }
            responses: { 200: { description: Done. } }
        /part:
          get:
            operationId: readPart
            responses: { 200: { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Part' } } } } }
          post:
            operationId: upload
            requestBody: { required: true, content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Part' } } } }
            responses: { 200: { description: Done. } }
        """,
        """
        components:
          schemas:
            Setting:
              type: object
              required: [name]
              properties:
                name: { type: string }
                open: { type: boolean, default: true }
                size: { type: integer, default: 3, deprecated: true }
                id: { type: string, readOnly: true, default: none }
                class: { type: string, default: a }
                value: { type: string, default: b }
                members: { type: string, default: c }
                _open: { type: string, default: d }
                inner: { $ref: '#/components/schemas/Inner' }
                shapes: { type: array, items: { $ref: '#/components/schemas/Shape' } }
            Inner: { type: object, properties: { deep: { type: boolean, default: false } } }
            Shape:
              type: object
              required: [kind]
              properties: { kind: { type: string }, color: { type: string, default: black } }
              discriminator: { propertyName: kind }
            Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { radius: { type: number, default: 1 } } }] }
            Part: { type: object, properties: { note: { type: string, default: none }, count: { type: integer, default: 1 } } }
        """))
        .WithSource("""
            using System;
            using System.Threading.Tasks;
            using Consumer.Cases;

            internal static class Story
            {
                public static async Task<string> Tell(Uri address, string call)
                {
                    using CasesClient client = new(new CasesClientOptions { BaseAddress = address, MaxRetries = 0 });
                    if (call == "part")
                    {
                        await client.UploadAsync(await client.ReadPartAsync());
                        return "";
                    }

                    Setting setting = await client.ReadAsync();
                    await (call switch
                    {
                        "back" => client.ChangeAsync(setting),
                        "changed" => client.ChangeAsync(setting with { Open = true, Inner = new Inner { Deep = false } }),
                        "form" => client.SubmitAsync(setting),
                        _ => client.ReadAsync(limit: 20, filter: setting, mode: "fast"),
                    });
                    return FormattableString.Invariant($"{setting.Open} {setting.Id} {setting.Class} {setting.Value} {setting.Members} {setting.Inner?.Deep} {setting.Shapes?[0].Color} {(setting.Shapes?[0] as Circle)?.Radius}");
                }
            }
            """)
        .AssertCompiles()
        .Load()
        .GetType("Story", throwOnError: true)!
        .GetMethod("Tell")!;

    [Theory]
    [InlineData("back", """{"name":"n"}""", "PUT", """{"name":"n"}""")]
    [InlineData("back", """{"name":"n","open":true,"size":3,"value":"b","members":"c","_open":"d"}""", "PUT", """{"name":"n","open":true,"size":3,"value":"b","members":"c","_open":"d"}""")]
    [InlineData("back", """{"name":"n","open":false,"size":0,"class":""}""", "PUT", """{"name":"n","open":false,"size":0,"class":""}""")]
    [InlineData("back", """{"name":"n","id":"1","inner":{},"shapes":[{"kind":"Circle"},{"kind":"Circle","color":"black","radius":1},{"kind":"other"}]}""", "PUT", """{"name":"n","inner":{},"shapes":[{"kind":"Circle"},{"kind":"Circle","color":"black","radius":1},{"kind":"other"}]}""")]
    [InlineData("changed", """{"name":"n"}""", "PUT", """{"name":"n","open":true,"inner":{"deep":false}}""")]
    [InlineData("form", """{"name":"n","class":"x"}""", "POST", "name=n&class=x")]
    public async Task What_is_read_is_sent_back_as_it_came(string call, string answer, string method, string body)
    {
        IReadOnlyList<string> requests = await SentAsync(call, answer);

        Assert.StartsWith($"{method} /setting HTTP/1.1\r\n", requests[1], StringComparison.Ordinal);
        Assert.EndsWith($"\r\n\r\n{body}", requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parameters_are_sent_where_they_are_given()
    {
        IReadOnlyList<string> requests = await SentAsync("query", """{"name":"n","value":"b"}""");

        Assert.StartsWith("GET /setting HTTP/1.1\r\n", requests[0], StringComparison.Ordinal);
        Assert.DoesNotContain("X-Mode", requests[0], StringComparison.Ordinal);
        Assert.StartsWith("GET /setting?limit=20&filter%5Bname%5D=n&filter%5Bvalue%5D=b HTTP/1.1\r\n", requests[1], StringComparison.Ordinal);
        Assert.Contains("\r\nX-Mode: fast\r\n", requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_parts_has_what_came()
    {
        IReadOnlyList<string> requests = await SentAsync("part", """{"count":1}""");

        Assert.Contains("name=\"count\"", requests[1], StringComparison.Ordinal);
        Assert.DoesNotContain("note", requests[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_come_reads_as_its_default() =>
        Assert.Equal("True none a b c False black 1", await TellAsync("back", """{"name":"n","inner":{},"shapes":[{"kind":"Circle"}]}""", []));

    private static async Task<IReadOnlyList<string>> SentAsync(string call, string answer)
    {
        List<string> requests = [];
        await TellAsync(call, answer, requests);
        return requests;
    }

    private static async Task<string> TellAsync(string call, string answer, List<string> requests)
    {
        await using OneAnswer server = new($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n{answer}");
        string told = await (Task<string>)s_tell.Invoke(null, [server.Address, call])!;
        requests.AddRange(server.Requests);
        return told;
    }
}
