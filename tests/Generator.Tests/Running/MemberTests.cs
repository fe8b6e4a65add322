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
            put:
              operationId: set
              requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Setting' } } } }
              responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Setting' } } } } }
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
                price: { type: number, format: decimal, default: 1.10 }
                share: { type: number, format: float, default: 0.1 }
                limit: { type: integer, format: uint64, default: 18446744073709551615 }
                type: { type: string, readOnly: true, default: thing }
            Setting:
              type: object
              properties:
                open: { type: boolean, default: true }
                size: { type: [string, 'null'], enum: [small, large, null], default: small }
                id: { type: integer, readOnly: true, default: 7 }
                names: { type: [array, 'null'], items: { type: string }, default: [] }
        """))
        .WithSource("""
            using System;
            using Consumer.Cases;

            internal static class Story
            {
                public static Change Empty() => new();

                public static Change Clear() => new() { Name = null, Count = null, Day = null, Size = null, Level = null, Tags = null, Nested = null, Limits = null };

                public static Change Fill() => new() { Name = "a", Count = 1, Size = ChangeSize.Small, Level = Level.Value1, Tags = new(["b"]), Nested = new Nested { Note = null }, Stream = true };

                public static Thing Default() => new();

                public static Thing DefaultsSet() => new() { Count = 20, Open = true, Tags = [], Note = null };

                public static Thing Changed(Thing thing) => thing with { Open = true, Size = ThingSize.Small };

                public static Setting Unset() => new();

                public static Setting Set() => new() { Open = true, Size = null };

                public static string Tell(Thing thing) => FormattableString.Invariant($"{thing.Count} {thing.Name} {thing.Open} {thing.Ratio} {thing.Size} {thing.Tags.Count} {thing.Note ?? "null"} {thing.Price} {thing.Share} {thing.Limit} {thing.Type}");

                public static string TellSetting(Setting setting) => $"{setting.Open} {setting.Size.HasValue} {setting.Size.Value} {setting.Id} {setting.Names.HasValue} {setting.Names.Value?.Count}";
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_change = new(s_assembly, "Consumer.Cases.Change");

    private static readonly GeneratedType s_thing = new(s_assembly, "Consumer.Cases.Thing");

    private static readonly GeneratedType s_setting = new(s_assembly, "Consumer.Cases.Setting");

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
    [InlineData("""{"count":null,"name":null,"open":null,"ratio":null,"size":null,"tags":null,"price":null,"share":null,"limit":null,"type":null}""")]
    public void Defaults_stand_for_what_did_not_come_and_are_not_written(string json)
    {
        object thing = s_thing.Read(json);

        Assert.Equal("20 none \"yet\" True 1.25 large 0 x 1.10 0.1 18446744073709551615 thing", Tell("Tell", thing));
        Assert.Equal("{}", s_thing.Write(thing));
    }

    [Theory]
    [InlineData("""{"count":0,"name":"","open":false,"ratio":2.5,"size":"odd","tags":["a"],"note":"y","price":2.50,"share":1.5,"limit":0,"type":"t"}""")]
    [InlineData("""{"count":20,"name":"none \u0022yet\u0022","open":true,"ratio":1.25,"size":"large","tags":[],"note":"x","price":1.10,"share":0.1,"limit":18446744073709551615,"type":"thing"}""")]
    [InlineData("""{"note":null}""")]
    public void What_came_is_written_though_it_is_the_default(string json) => Assert.Equal(json, s_thing.RoundTrip(json));

    [Fact]
    public void Null_is_no_default_where_it_is_a_value() => Assert.Equal("20 none \"yet\" True 1.25 large 0 null 1.10 0.1 18446744073709551615 thing", Tell("Tell", s_thing.Read("""{"note":null}""")));

    /// <summary>What a program sets is written, and what it does not is not: of a copy too.</summary>
    [Fact]
    public void A_program_sets_members_with_defaults()
    {
        Assert.Equal("{}", s_thing.Write(Tell("Default")));
        Assert.Equal("""{"count":20,"open":true,"tags":[],"note":null}""", s_thing.Write(Tell("DefaultsSet")));
        Assert.Equal("""{"count":3,"open":true,"size":"small"}""", s_thing.Write(Tell("Changed", s_thing.Read("""{"count":3}"""))));
    }

    /// <summary>Records are equal whose properties are.</summary>
    [Fact]
    public void Defaults_are_equal_whether_they_came_or_not()
    {
        object absent = s_thing.Read("{}");

        Assert.Equal(absent, s_thing.Read("""{"count":20,"open":true,"note":"x"}"""));
        Assert.Equal(absent.GetHashCode(), s_thing.Read("""{"count":20,"open":true,"note":"x"}""").GetHashCode());
        Assert.NotEqual(absent, s_thing.Read("""{"count":21}"""));
        Assert.NotEqual(absent, s_thing.Read("""{"note":null}"""));
    }

    /// <summary>What a response lacks has its default; a request that sends it back, or a new one, lacks it too.</summary>
    [Theory]
    [InlineData("{}", "True False small 7 False 0")]
    [InlineData("""{"open":false,"size":"large","id":1,"names":["a"]}""", "False True large 1 True 1")]
    [InlineData("""{"size":null,"names":null}""", "True True  7 True ")]
    public void What_is_received_and_sent_has_defaults_that_are_not_sent(string json, string told)
    {
        object setting = s_setting.Read(json);

        Assert.Equal(told, Tell("TellSetting", setting));
        Assert.Equal(json, s_setting.Write(setting));
    }

    [Fact]
    public void A_request_has_defaults_that_are_set()
    {
        Assert.Equal("{}", s_setting.Write(Tell("Unset")));
        Assert.Equal("""{"open":true,"size":null}""", s_setting.Write(Tell("Set")));
        Assert.Equal(Tell("Unset"), s_setting.Read("{}"));
    }

    [Theory]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"name":1}""")]
    [InlineData("""{"tags":[null]}""")]
    public void What_is_of_another_type_is_refused(string json) => Assert.Throws<JsonException>(() => s_change.Read(json));

    private static object Tell(string method, params object[] arguments) => s_assembly.GetType("Story", throwOnError: true)!.GetMethod(method)!.Invoke(null, arguments)!;
}
