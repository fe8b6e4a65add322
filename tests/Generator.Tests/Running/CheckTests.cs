using System.Reflection;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Arguments that the document does not allow are refused before they are sent, where the project asks for it.</summary>
public sealed class CheckTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Zoo, version: "1" }
        servers: [{ url: "http://127.0.0.1:1" }]
        paths:
          /pets:
            get:
              operationId: listPets
              parameters:
                - { name: limit, in: query, schema: { type: integer, minimum: 1, maximum: 100 } }
                - { name: names, in: query, schema: { type: array, maxItems: 2, items: { type: string, pattern: "^[a-z]*$" } } }
                - { name: weight, in: query, schema: { type: number, exclusiveMinimum: 0.5, maximum: 1e300 } }
            post:
              operationId: addPet
              requestBody: { required: true, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }
              responses: { 200: { description: It., content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
          /herds:
            post:
              operationId: addHerd
              requestBody: { required: true, content: { application/json: { schema: { type: array, minItems: 1, items: { $ref: "#/components/schemas/Pet" } } } } }
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { $ref: "#/components/schemas/Name" }
                id: { type: string, readOnly: true, minLength: 5 }
                age: { type: integer, multipleOf: 2 }
                color: { type: string, minLength: 2, default: "" }
                legs: { type: number, minimum: 1, default: 0.5 }
                teeth: { type: array, minItems: 1, items: { type: integer }, default: [] }
                fur: { type: [string, "null"], minLength: 2, default: "-" }
                nick: { type: [string, "null"], maxLength: 3 }
                tags: { type: array, uniqueItems: true, items: { type: string, maxLength: 3 } }
                byDay: { type: object, maxProperties: 1, additionalProperties: { type: number, format: decimal, maximum: 2.5 } }
                parent: { $ref: "#/components/schemas/Pet" }
                friend: { $ref: "#/components/schemas/Friend" }
                code: { oneOf: [{ type: string, maxLength: 3 }, { type: integer, maximum: 99 }] }
                codes: { type: array, items: { oneOf: [{ type: string, maxLength: 3 }, { type: integer, maximum: 9 }] } }
                home: { oneOf: [{ $ref: "#/components/schemas/Cage" }, { $ref: "#/components/schemas/Field" }], discriminator: { propertyName: kind } }
            Name: { type: string, minLength: 2, maxLength: 10 }
            Friend: { type: object, required: [kind], discriminator: { propertyName: kind }, properties: { kind: { type: string }, word: { type: string, maxLength: 3 } } }
            Dog: { allOf: [{ $ref: "#/components/schemas/Friend" }, { type: object, properties: { legs: { type: integer, maximum: 4 } } }] }
            Puppy: { allOf: [{ $ref: "#/components/schemas/Dog" }, { type: object, properties: { weeks: { type: integer, maximum: 8 } } }] }
            Stone: { allOf: [{ $ref: "#/components/schemas/Friend" }, { type: object, properties: { legs: { type: integer } } }] }
            Cage: { type: object, required: [kind], properties: { kind: { type: string }, size: { type: number, exclusiveMaximum: 10 } } }
            Field: { type: object, required: [kind], properties: { kind: { type: string } } }
        """;

    private const string Calls = """
        using System;
        using System.Threading.Tasks;
        using System.Text.Json;
        using Consumer.Zoo;

        internal static class Calls
        {
            private static readonly ZooClient s_client = new(new ZooClientOptions { BaseAddress = new Uri("http://127.0.0.1:1"), MaxRetries = 0 });

            public static Task<string> Add(string json) => Ended(() => s_client.AddPetAsync(JsonSerializer.Deserialize<Pet>(json)!));

            public static Task<string> AddHerd(string json) => Ended(() => s_client.AddHerdAsync([JsonSerializer.Deserialize<Pet>(json)!]));

            public static Task<string> AddNobody() => Ended(() => s_client.AddHerdAsync([]));

            public static Task<string> List(long? limit, string[]? names, double? weight) => Ended(() => s_client.ListPetsAsync(limit: limit, names: names, weight: weight));

            private static async Task<string> Ended(Func<Task> call)
            {
                try
                {
                    await call();
                    return "";
                }
                catch (ArgumentException error)
                {
                    return error.Message;
                }
                catch (Dragoman.TransportException)
                {
                    return "sent";
                }
            }
        }
        """;

    private static readonly Lazy<Type> s_checked = new(() => Load(("Validate", "true")));
    private static readonly Lazy<Type> s_unchecked = new(() => Load());

    [Theory]
    [InlineData("""{"name":"Tom"}""", "sent")]
    [InlineData("""{"name":"T"}""", "request.name must have at least 2 characters, but has 1. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","id":"1"}""", "sent")]
    [InlineData("""{"name":"Tom","nick":null}""", "sent")]
    [InlineData("""{"name":"Tom","nick":"Tommy"}""", "request.nick must have at most 3 characters, but has 5. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","color":"r"}""", "request.color must have at least 2 characters, but has 1. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","legs":0}""", "request.legs must be at least 1. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","legs":4,"teeth":[1],"fur":"no"}""", "sent")]
    [InlineData("""{"name":"Tom","fur":"x"}""", "request.fur must have at least 2 characters, but has 1. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","age":3}""", "request.age must be a multiple of 2. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","tags":["a","b","a"]}""", "request.tags must have no item twice. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","tags":["a","bird"]}""", "request.tags[1] must have at most 3 characters, but has 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","byDay":{"monday":2.6}}""", "request.byDay[monday] must be at most 2.5. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","byDay":{"monday":2.5,"friday":1}}""", "request.byDay must have at most 1 items, but has 2. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","parent":{"name":"Ann","parent":{"name":"X"}}}""", "request.parent.parent.name must have at least 2 characters, but has 1. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Friend","word":"long"}}""", "request.friend.word must have at most 3 characters, but has 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Stone","word":"long"}}""", "request.friend.word must have at most 3 characters, but has 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Stone","legs":5}}""", "sent")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Dog","legs":5}}""", "request.friend.legs must be at most 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Dog","word":"long"}}""", "request.friend.word must have at most 3 characters, but has 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Puppy","legs":5}}""", "request.friend.legs must be at most 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Puppy","weeks":9}}""", "request.friend.weeks must be at most 8. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","friend":{"kind":"Puppy","weeks":8}}""", "sent")]
    // One type stands in both places, and only what both say of it is checked.
    [InlineData("""{"name":"Tom","code":"long"}""", "request.code must have at most 3 characters, but has 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","codes":[100,"long"]}""", "request.codes[1] must have at most 3 characters, but has 4. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","code":100}""", "sent")]
    [InlineData("""{"name":"Tom","home":{"kind":"Cage","size":10}}""", "request.home.size must be below 10. (Parameter 'request')")]
    [InlineData("""{"name":"Tom","home":{"kind":"Cage","size":9.5}}""", "sent")]
    [InlineData("""{"name":"Tom","home":{"kind":"Field"}}""", "sent")]
    public async Task A_body_is_checked_to_its_depth(string json, string expected)
    {
        Assert.Equal(expected, await CallAsync(s_checked, "Add", json));
        Assert.Equal("sent", await CallAsync(s_unchecked, "Add", json));
    }

    [Fact]
    public async Task A_body_that_is_a_list_is_checked_with_its_items()
    {
        Assert.Equal("request[0].name must have at least 2 characters, but has 1. (Parameter 'request')", await CallAsync(s_checked, "AddHerd", """{"name":"T"}"""));
        Assert.Equal("request must have at least 1 items, but has 0. (Parameter 'request')", await CallAsync(s_checked, "AddNobody"));
    }

    [Theory]
    [InlineData(null, null, null, "sent")]
    [InlineData(100L, new[] { "a", "" }, 0.6, "sent")]
    [InlineData(101L, null, null, "limit must be at least 1 and at most 100. (Parameter 'limit')")]
    [InlineData(null, new[] { "a", "b", "c" }, null, "names must have at most 2 items, but has 3. (Parameter 'names')")]
    [InlineData(null, new[] { "a", "B" }, null, "names[1] must match the pattern ^[a-z]*$. (Parameter 'names')")]
    [InlineData(null, null, 0.5, "weight must be above 0.5. (Parameter 'weight')")]
    public async Task Parameters_are_checked(long? limit, string[]? names, double? weight, string expected) =>
        Assert.Equal(expected, await CallAsync(s_checked, "List", limit, names, weight));

    [Fact]
    public void What_cannot_be_checked_is_said() =>
        Assert.Equal(["DRG2107"], GeneratorRun.Of(new SpecFile("zoo.yaml", Document) { Metadata = [("Validate", "true")] }).Diagnostics.Select(diagnostic => diagnostic.Id));

    private static Task<string> CallAsync(Lazy<Type> calls, string method, params object?[] arguments) => (Task<string>)calls.Value.GetMethod(method)!.Invoke(null, arguments)!;

    private static Type Load(params (string Name, string Value)[] metadata)
    {
        Assembly assembly = GeneratorRun.Of(new SpecFile("zoo.yaml", Document) { Metadata = metadata }).WithSource(Calls).AssertCompiles().Load();
        return assembly.GetType("Calls", throwOnError: true)!;
    }
}
