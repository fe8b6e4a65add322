using System.Reflection;
using System.Text.Json;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Unions on the wire.</summary>
public sealed class UnionTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Pet: { oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Home' }, { type: 'null' }], discriminator: { propertyName: kind, mapping: { cat: Cat, home: Home } } }
        Cat: { type: object, required: [kind], properties: { kind: { type: string }, lives: { type: integer } } }
        Home:
          type: object
          required: [kind]
          properties:
            kind: { type: string }
            first: { $ref: '#/components/schemas/Pet' }
            pets: { type: array, items: { $ref: '#/components/schemas/Pet' } }
            byName: { type: object, additionalProperties: { $ref: '#/components/schemas/Pet' } }
        """, "Pet"))
        .WithSource("""
            using Consumer.Cases;

            internal static class Story
            {
                public static string Tell(Pet pet) => pet switch
                {
                    Pet.Cat({ Lives: 9 }) => "a new cat",
                    Pet.Cat(var cat) => $"a cat of {cat.Lives} lives",
                    Pet.Home { Value.Pets.Count: var count } => $"a home of {count}",
                    Pet.Unknown(var json) => $"something else: {json.Element.GetProperty("kind")}",
                    _ => "nothing",
                };

                public static Pet Adopt(long lives) => new Cat { Kind = "cat", Lives = lives };
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_pet = new(s_assembly, "Consumer.Cases.Pet");

    [Theory]
    [InlineData("""{"kind":"cat","lives":9}""", "Cat")]
    [InlineData("""{"kind":"home"}""", "Home")]
    [InlineData("""{"kind":"home","first":{"kind":"cat"},"pets":[{"kind":"home"},null],"byName":{"a":{"kind":"cat"},"b":null,"c":{"kind":"dog"}}}""", "Home")]
    [InlineData("""{"kind":"dog","lives":1}""", "Unknown")]
    [InlineData("""{"kind":"dog", "z":[1.10, {"kind":"cat"}], "a":null}""", "Unknown")]
    public void A_value_is_written_as_it_was_read(string json, string name)
    {
        Assert.Equal(name, s_pet.CaseOf(json));
        Assert.Equal(JsonDocument.Parse(json).RootElement.ToString().Replace(" ", "", StringComparison.Ordinal), s_pet.RoundTrip(json));
    }

    /// <summary>Members have no order (RFC 8259, 4), and their names may be escaped (7).</summary>
    [Theory]
    [InlineData("""{"lives":9,"kind":"cat"}""")]
    [InlineData("""{"other":{"kind":"home","x":[{"kind":"dog"}]},"lives":9,"kind":"cat"}""")]
    [InlineData("""{"lives":9,"k\u0069nd":"\u0063at"}""")]
    [InlineData("""{ "lives" : 9 , "kind" : "cat" }""")]
    [InlineData("""{"Kind":"home","lives":9,"kind":"cat"}""")]
    public void The_member_may_stand_anywhere(string json) => Assert.Equal("""{"kind":"cat","lives":9}""", s_pet.RoundTrip(json));

    /// <summary>Names should be unique (RFC 8259, 4): the first decides, so that nothing behind it has to be looked at.</summary>
    [Fact]
    public void Of_two_members_the_first_decides() => Assert.Equal("Cat", s_pet.CaseOf("""{"kind":"cat","kind":"home"}"""));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"lives":9}""")]
    [InlineData("""{"kind":null}""")]
    [InlineData("""{"kind":1}""")]
    [InlineData("""{"kind":["cat"]}""")]
    [InlineData("""{"kind":"Cat"}""")]
    [InlineData("""{"kind":""}""")]
    public void A_value_that_no_case_is_for_is_kept(string json)
    {
        Assert.Equal("Unknown", s_pet.CaseOf(json));
        Assert.Equal(json, s_pet.RoundTrip(json));
    }

    [Theory]
    [InlineData("\"cat\"")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("""{"kind":"cat","lives":"nine"}""")]
    [InlineData("""{"lives":9,"kind":"cat" """)]
    [InlineData("""{"kind":"dog","lives":""")]
    [InlineData("""{"kind":"\ud800"}""")]
    public void What_is_not_as_described_is_an_exception(string json) => Assert.Throws<JsonException>(() => s_pet.Read(json));

    [Fact]
    public void Null_is_null() => Assert.Null(s_pet.Read("null"));

    /// <summary>JSON readers stop at 64 levels: before that every level is looked ahead, its member the last one.</summary>
    [Fact]
    public void Unions_may_be_nested_as_deeply_as_json()
    {
        string json = Nested(64);

        Assert.Equal(64, s_pet.RoundTrip(json).Split("\"kind\":\"home\"").Length);
        Assert.Throws<JsonException>(() => s_pet.Read(Nested(65)));

        static string Nested(int levels) => levels == 1 ? """{"kind":"cat"}""" : $$"""{"first":{{Nested(levels - 1)}},"kind":"home"}""";
    }

    [Theory]
    [InlineData("""{"kind":"cat","lives":9}""", """{"lives":9,"kind":"cat"}""", true)]
    [InlineData("""{"kind":"cat","lives":9}""", """{"kind":"cat","lives":8}""", false)]
    [InlineData("""{"kind":"dog"}""", """{"kind":"dog"}""", true)]
    [InlineData("""{"kind":"dog"}""", """{"kind":"cow"}""", false)]
    [InlineData("""{"kind":"dog"}""", """{"kind":"cat"}""", false)]
    public void Equality_is_by_value(string left, string right, bool areEqual)
    {
        object[] pets = [s_pet.Read(left), s_pet.Read(right)];

        Assert.Equal(areEqual, pets[0].Equals(pets[1]));
        Assert.Equal(areEqual, pets[0].GetHashCode() == pets[1].GetHashCode());
    }

    [Theory]
    [InlineData("""{"kind":"cat","lives":9}""", "a new cat")]
    [InlineData("""{"kind":"cat","lives":3}""", "a cat of 3 lives")]
    [InlineData("""{"kind":"home","pets":[null]}""", "a home of 1")]
    [InlineData("""{"kind":"dog"}""", "something else: dog")]
    public void Callers_switch_over_cases(string json, string story) => Assert.Equal(story, Call("Tell", s_pet.Read(json)));

    [Fact]
    public void What_a_case_holds_converts_to_the_union() => Assert.Equal("""{"kind":"cat","lives":7}""", s_pet.Write(Call("Adopt", 7L)));

    private static object Call(string method, object argument) => s_assembly.GetType("Story")!.GetMethod(method)!.Invoke(null, [argument])!;
}
