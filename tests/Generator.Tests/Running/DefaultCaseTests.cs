using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>A union that has a case for values of any other kind, from which another case derives.</summary>
public sealed class DefaultCaseTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Pet:
          oneOf: [{ $ref: '#/components/schemas/Animal' }, { $ref: '#/components/schemas/Dog' }]
          discriminator:
            propertyName: kind
            mapping: { animal: '#/components/schemas/Animal', dog: '#/components/schemas/Dog' }
            defaultMapping: '#/components/schemas/Animal'
        Animal:
          type: object
          required: [kind]
          properties: { kind: { type: string } }
          discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog' } }
        Dog: { allOf: [{ $ref: '#/components/schemas/Animal' }, { type: object, properties: { tricks: { type: integer } } }] }
        """, "Pet"))
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_pet = new(s_assembly, "Consumer.Cases.Pet");

    [Theory]
    [InlineData("""{"kind":"animal"}""", "Animal")]
    [InlineData("""{"kind":"dog","tricks":2}""", "Dog")]
    [InlineData("""{"kind":"newer"}""", "Animal")]
    public void A_value_is_its_own_case_or_the_default(string json, string name)
    {
        Assert.Equal(name, s_pet.CaseOf(json));
        Assert.Equal(json, s_pet.RoundTrip(json));
    }
}
