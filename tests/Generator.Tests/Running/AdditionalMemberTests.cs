using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Members that have no property of their own, wherever a document allows them, are read and written again.</summary>
public sealed class AdditionalMemberTests
{
    private static readonly System.Reflection.Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Free: { type: object, required: [name], properties: { name: { type: string } }, additionalProperties: {} }
        Composed: { type: object, required: [name], properties: { name: { type: string } }, allOf: [{ type: object, unevaluatedProperties: { type: string } }] }
        Texts: { type: object, properties: { id: { type: integer } }, unevaluatedProperties: { type: string } }
        Lower: { type: object, required: [derived], properties: { derived: { type: string } }, allOf: [{ $ref: '#/components/schemas/Texts' }] }
        State: { type: object, required: [state], properties: { state: { type: string } } }
        States: { type: object, required: [known], properties: { known: { $ref: '#/components/schemas/State' } }, unevaluatedProperties: { $ref: '#/components/schemas/State' } }
        Lists: { type: object, properties: { known: { type: array, items: { $ref: '#/components/schemas/State' } } }, unevaluatedProperties: { type: array, items: { $ref: '#/components/schemas/State' } } }
        Mixed: { type: object, properties: { flag: { type: boolean } }, unevaluatedProperties: { anyOf: [{ type: string }, { type: number }] } }
        Told: { type: object, required: [kind, name], properties: { kind: { type: string }, name: { type: string } }, discriminator: { propertyName: kind, mapping: { derived: ToldMore } }, unevaluatedProperties: {} }
        ToldMore: { type: object, required: [kind, index], properties: { kind: { type: string, enum: [derived] }, index: { type: integer }, age: { type: number } }, allOf: [{ $ref: '#/components/schemas/Told' }] }
        Kinds: { type: object, properties: { name: { type: string } }, unevaluatedProperties: { anyOf: [{ $ref: '#/components/schemas/KindA' }, { $ref: '#/components/schemas/KindB' }] } }
        KindA: { type: object, required: [kind, a], properties: { kind: { type: string, enum: [kind0] }, a: { type: string } } }
        KindB: { type: object, required: [kind, b], properties: { kind: { type: string, enum: [kind1] }, b: { type: string } } }
        Envelope: { type: object, oneOf: [{ type: object, required: [kind, value], properties: { kind: { type: string, enum: [a] }, value: { $ref: '#/components/schemas/KindA' } } }, { type: object, required: [kind, value], properties: { kind: { type: string, enum: [b] }, value: { $ref: '#/components/schemas/KindB' } } }], discriminator: { propertyName: kind } }
        Extensible: { type: object, required: [day], properties: { day: { anyOf: [{ type: string }, { type: string, enum: [Monday, Tuesday] }] }, literal: { anyOf: [{ type: string, enum: [a] }, { type: string, enum: [b] }, { type: 'null' }] }, number: { type: number, enum: [1, 2.5] }, both: { anyOf: [{ type: array, items: { $ref: '#/components/schemas/KindA' } }, { $ref: '#/components/schemas/KindA' }] } } }
        """,
        "Free", "Composed", "Texts", "Lower", "States", "Lists", "Mixed", "Told", "ToldMore", "Kinds", "Envelope", "Extensible"))
        .AssertCompiles()
        .Load();

    [Theory]
    [InlineData("Free", """{"name":"x","prop1":32,"prop2":true,"prop3":"abc","prop4":{"a":null}}""")]
    [InlineData("Composed", """{"name":"x","prop":"abc"}""")]
    [InlineData("Texts", """{"id":43,"prop":"abc"}""")]
    [InlineData("Lower", """{"id":43,"derived":"x","prop":"abc"}""")]
    [InlineData("States", """{"known":{"state":"ok"},"prop":{"state":"ok"}}""")]
    [InlineData("Lists", """{"known":[{"state":"ok"}],"prop":[{"state":"ok"},{"state":"bad"}]}""")]
    [InlineData("Mixed", """{"flag":true,"prop1":"abc","prop2":43.125}""")]
    [InlineData("Told", """{"kind":"derived","name":"x","index":314,"age":2.71875,"prop1":32,"prop2":true,"prop3":"abc"}""")]
    [InlineData("ToldMore", """{"kind":"derived","name":"x","index":314,"prop":[1]}""")]
    [InlineData("Kinds", """{"name":"abc","prop1":{"kind":"kind0","a":"x"},"prop2":{"kind":"kind1","b":"y"}}""")]
    [InlineData("Envelope", """{"kind":"a","value":{"kind":"kind0","a":"x"}}""")]
    [InlineData("Extensible", """{"day":"Weekend","literal":"b","number":2.5,"both":[{"kind":"kind0","a":"x"}]}""")]
    [InlineData("Extensible", """{"day":"Monday","literal":"new","number":3,"both":{"kind":"kind0","a":"x"}}""")]
    public void A_value_is_written_as_it_was_read(string type, string json) => Assert.Equal(json, new GeneratedType(s_assembly, $"Consumer.Cases.{type}").RoundTrip(json));
}
