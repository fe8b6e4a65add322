using System.Reflection;
using System.Text.Json;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Alternatives that no discriminator tells apart, on the wire.</summary>
public sealed class AlternativeTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Any:
          anyOf:
            - { type: string, format: date }
            - { enum: [auto, none] }
            - { type: integer }
            - { type: boolean }
            - { $ref: '#/components/schemas/Customer' }
            - { $ref: '#/components/schemas/Gone' }
            - { type: array, items: { type: string } }
            - { type: array, items: { $ref: '#/components/schemas/Any' } }
        Customer: { type: object, required: [id], properties: { id: { type: string }, name: { type: string }, parent: { $ref: '#/components/schemas/Any' } } }
        Gone: { type: object, required: [id, deleted], properties: { id: { type: string }, deleted: { type: boolean, enum: [true] } } }
        """, "Any"))
        .WithSource("""
            using System;
            using Consumer.Cases;

            internal static class Story
            {
                public static Any Of(int kind) => kind switch
                {
                    0 => new DateOnly(2024, 2, 29),
                    1 => 5L,
                    2 => true,
                    3 => new Customer { Id = "c" },
                    _ => new Any.TextList(["a"]),
                };
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_any = new(s_assembly, "Consumer.Cases.Any");

    [Theory]
    [InlineData("\"2024-02-29\"", "Date")]
    [InlineData("\"auto\"", "Text")]
    [InlineData("5", "Integer")]
    [InlineData("false", "Boolean")]
    [InlineData("""{"id":"c","name":"n"}""", "Customer")]
    [InlineData("""{"id":"c","parent":{"id":"d","deleted":true}}""", "Customer")]
    [InlineData("""{"id":"c","deleted":true}""", "Gone")]
    [InlineData("""["a","b"]""", "TextList")]
    [InlineData("""[1,["a"],{"id":"c","deleted":true}]""", "AnyList")]
    [InlineData("[]", "TextList")]
    [InlineData("\"later\"", "Unknown")]
    [InlineData("1.5", "Unknown")]
    [InlineData("""{"name":"n", "more":[1.10]}""", "Unknown")]
    public void A_value_is_written_as_it_was_read(string json, string name)
    {
        Assert.Equal(name, s_any.CaseOf(json));
        Assert.Equal(JsonDocument.Parse(json).RootElement.GetRawText().Replace(" ", "", StringComparison.Ordinal), s_any.RoundTrip(json));
    }

    [Theory]
    [InlineData(0, "\"2024-02-29\"")]
    [InlineData(1, "5")]
    [InlineData(2, "true")]
    [InlineData(3, """{"id":"c"}""")]
    [InlineData(4, """["a"]""")]
    public void What_a_case_holds_converts_to_the_union(int kind, string json) =>
        Assert.Equal(json, s_any.Write(s_assembly.GetType("Story")!.GetMethod("Of")!.Invoke(null, [kind])!));
}
