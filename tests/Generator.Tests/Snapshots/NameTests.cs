using Dragoman.Generator.Tests.Infrastructure.Driver;
using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Names that a document takes from .NET, from the runtime or from C#.</summary>
public sealed class NameTests
{
    [Fact]
    public void Types_that_hide_those_of_the_framework() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /task/{id}:
          post:
            operationId: runTask
            tags: [Task]
            parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }, { name: after, in: query, schema: { type: string, format: duration } }]
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
            responses:
              200: { description: What ran., content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } } }
              404: { description: None. }
        """,
        """
        components:
          schemas:
            Task:
              type: object
              required: [guid, uri, exception]
              properties:
                guid: { $ref: '#/components/schemas/Guid' }
                uri: { $ref: '#/components/schemas/Uri' }
                exception: { $ref: '#/components/schemas/Exception' }
                jsonElement: { $ref: '#/components/schemas/JsonElement' }
                any: {}
                id: { type: string, format: uuid }
                link: { type: string, format: uri }
                at: { type: string, format: date-time }
            Guid: { type: object, properties: { id: { type: string, format: uuid } } }
            Uri: { type: string, enum: [a, b] }
            Exception: { type: object, properties: { string: { type: string }, int: { type: integer } } }
            JsonElement: { type: object, properties: { any: {} } }
            CancellationToken: { type: object, properties: { Task: { type: string } } }
            JsonConverter: { type: object, properties: { Obsolete: { type: string, deprecated: true } } }
        """), "Exception", "Guid", "JsonElement", "Task", "TaskClient", "Uri", "NotFoundException"));

    /// <summary>The parts of a namespace are found before usings outside of it, and after those within.</summary>
    [Fact]
    public void A_namespace_of_parts_that_hide_those_of_the_framework() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /one: { get: { operationId: getOne, tags: [Ones], parameters: [{ name: id, in: query, schema: { type: string, format: uuid } }], responses: { 200: { description: One., content: { application/json: { schema: { type: string, format: uri } } } } } } }
        """) with
    {
        Namespace = "Shop.Task.System.Guid.Dragoman.Uri",
    }, "OnesClient"));

    /// <summary>A client is by default in a namespace below the project's own, whose types are found before usings outside of it.</summary>
    [Fact]
    public void Types_of_the_project_do_not_hide_those_of_the_framework() => GeneratorRun.Of(new SpecFile("cases.yaml", """
        openapi: 3.1.0
        info: { title: Cases, version: "1" }
        paths:
          /one: { get: { operationId: getOne, tags: [Ones], parameters: [{ name: id, in: query, schema: { type: string, format: uuid } }], responses: { 200: { description: One., content: { application/json: { schema: { type: string, format: uri } } } } } } }
        """) { Namespace = "Shop.Cases" })
        .WithSource("namespace Shop { class Task; class Guid; class Uri; class HttpClient; class ApiCall; class JsonRead; class ArgumentNullException; class Obsolete; }")
        .AssertCompiles();

    /// <summary>What the runtime calls its types starts with Api as well.</summary>
    [Fact]
    public void A_client_called_Api() => Snapshot.Verify(Emitted.Files(Emitted.Paths("/error: { get: { operationId: call, tags: [Error], responses: { 200: { description: One., content: { application/json: { schema: { $ref: '#/components/schemas/ApiError' } } } } } } }",
        """
        components:
          schemas:
            ApiError: { type: object, properties: { call: { type: string } } }
        """) with
    {
        Namespace = "Consumer.Cases",
        ClientName = "ApiClient",
        Errors = """
            catalog: 1
            api: Api
            errors:
              TIMEOUT: { status: 504 }
            """,
    }, "ApiClient", "ApiClientOptions", "ApiError", "ApiErrors", "ApiOperations", "ErrorClient", "TimeoutException"));

    [Fact]
    public void Members_and_parameters_called_like_ours() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /odd:
          post:
            operationId: class
            tags: [event]
            parameters:
              - { name: call, in: query, schema: { type: string } }
              - { name: response, in: query, schema: { type: string } }
              - { name: client, in: query, schema: { type: string } }
              - { name: request, in: query, schema: { type: string } }
              - { name: cancellationToken, in: query, schema: { type: string } }
              - { name: namespace, in: query, required: true, schema: { type: string } }
              - { name: await, in: query, schema: { type: string } }
              - { name: item, in: query, schema: { type: array, items: { type: integer } } }
            requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Odd' } } } }
            responses: { 204: { description: Done. } }
        """,
        """
        components:
          schemas:
            Odd:
              type: object
              required: [odd, reader, has]
              properties:
                odd: { type: string }
                reader: { type: [string, 'null'] }
                has: { type: string }
                hasReader: { type: boolean }
                writer: { type: string }
                value: { type: string }
                Value: { type: string }
                equals: { type: string }
                EqualityContract: { type: string }
                '': { type: string }
                '$ref_': { type: string }
                '2nd': { type: string }
                field: { type: string }
                record: { type: string }
                'quo"te\': { type: string }
                JsonRead: { type: string }
                System: { type: string }
        """), "EventClient", "Odd"));
}
