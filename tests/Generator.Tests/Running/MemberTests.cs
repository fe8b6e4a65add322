using System.Reflection;
using System.Text.Json;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Constants, defaults, and members that are absent or null, on the wire.</summary>
public sealed class MemberTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(new SpecFile("cases.yaml", """
        openapi: 3.1.0
        info: { title: Cases, version: '1' }
        paths:
          /things:
            patch:
              operationId: change
              requestBody: { content: { application/merge-patch+json: { schema: { $ref: '#/components/schemas/Change' } } } }
              responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } } } }
        components:
          schemas:
            Change:
              type: object
              required: [kind, version, ratio, on]
              properties:
                kind: { const: change }
                version: { const: 2 }
                ratio: { const: 0.5 }
                on: { const: true }
                stream: { const: true }
                name: { type: [string, 'null'] }
                count: { type: [integer, 'null'] }
                day: { type: [string, 'null'], format: date }
                size: { type: [string, 'null'], enum: [small, large, null] }
                level: { anyOf: [{ $ref: '#/components/schemas/Level' }, { type: 'null' }] }
                tags: { type: [array, 'null'], items: { type: string } }
                nested: { anyOf: [{ $ref: '#/components/schemas/Nested' }, { type: 'null' }] }
                limits: { type: [object, 'null'], additionalProperties: { type: integer } }
                anything: {}
            Nested: { type: object, properties: { note: { type: [string, 'null'] }, id: { type: string, readOnly: true } } }
            Level: { type: integer, enum: [1, 2] }
            Thing:
              type: object
              properties:
                count: { type: integer, default: 20 }
                name: { type: string, default: "none \"yet\"" }
                open: { type: boolean, default: true }
                ratio: { type: number, enum: [0.5, 1.25], default: 1.25 }
                size: { type: string, enum: [small, large], default: large }
                tags: { type: array, items: { type: string }, default: [] }
                note: { type: [string, 'null'], default: x }
        """))
        .WithSource("""
            using Consumer.Cases;

            internal static class Story
            {
                public static Change Empty() => new();

                public static Change Clear() => new() { Name = null, Count = null, Day = null, Size = null, Level = null, Tags = null, Nested = null, Limits = null };

                public static Change Fill() => new() { Name = "a", Count = 1, Size = ChangeSize.Small, Level = Level.Value1, Tags = new(["b"]), Nested = new Nested { Note = null }, Stream = true };

                public static Thing Default() => new();
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_change = new(s_assembly, "Consumer.Cases.Change");

    private static readonly GeneratedType s_thing = new(s_assembly, "Consumer.Cases.Thing");

    /// <summary>RFC 7396: what is absent stays, what is null goes.</summary>
    [Theory]
    [InlineData("Empty", """{"kind":"change","version":2,"ratio":0.5,"on":true}""")]
    [InlineData("Clear", """{"kind":"change","version":2,"ratio":0.5,"on":true,"name":null,"count":null,"day":null,"size":null,"level":null,"tags":null,"nested":null,"limits":null}""")]
    [InlineData("Fill", """{"kind":"change","version":2,"ratio":0.5,"on":true,"stream":true,"name":"a","count":1,"size":"small","level":1,"tags":["b"],"nested":{"note":null}}""")]
    public void A_request_says_what_was_set(string method, string json) => Assert.Equal(json, s_change.Write(Tell(method)));

    [Theory]
    [InlineData("""{"kind":"change","version":2,"ratio":0.5,"on":true,"name":null,"day":"2024-02-29","size":"odd","tags":[],"nested":{"note":null,"id":"1"},"limits":{"a":1}}""")]
    [InlineData("""{"kind":"other","version":3,"ratio":1.5,"on":false,"stream":false,"anything":null}""")]
    public void A_value_is_written_as_it_was_read(string json) => Assert.Equal(json, s_change.RoundTrip(json));

    /// <summary>What comes without a constant is taken as if it had it.</summary>
    [Fact]
    public void Constants_may_be_missing() => Assert.Equal("""{"kind":"change","version":2,"ratio":0.5,"on":true}""", s_change.RoundTrip("{}"));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"count":null,"name":null,"open":null,"ratio":null,"size":null,"tags":null,"note":null}""")]
    public void Defaults_stand_for_what_did_not_come(string json) =>
        Assert.Equal("""{"count":20,"name":"none \u0022yet\u0022","open":true,"ratio":1.25,"size":"large","tags":[]}""", s_thing.RoundTrip(json));

    [Fact]
    public void What_came_is_kept() =>
        Assert.Equal("""{"count":0,"name":"","open":false,"ratio":2.5,"size":"odd","tags":["a"],"note":"y"}""", s_thing.RoundTrip("""{"count":0,"name":"","open":false,"ratio":2.5,"size":"odd","tags":["a"],"note":"y"}"""));

    [Theory]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"name":1}""")]
    [InlineData("""{"tags":[null]}""")]
    public void What_is_of_another_type_is_refused(string json) => Assert.Throws<JsonException>(() => s_change.Read(json));

    private static object Tell(string method) => s_assembly.GetType("Story", throwOnError: true)!.GetMethod(method)!.Invoke(null, null)!;
}
