using System.Reflection;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>What tells cases apart is sent where a program makes them, also where no schema but the union speaks of it.</summary>
public sealed class CaseTagTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Pet:
          oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }, { $ref: '#/components/schemas/Fish' }, { $ref: '#/components/schemas/Bird' }, { $ref: '#/components/schemas/Mouse' }, { $ref: '#/components/schemas/Newt' }]
          discriminator: { propertyName: kind, mapping: { cat: Cat, dog: Dog, fish: Fish, herring: Fish, bird: Bird, mouse: Mouse, newt: Newt } }
        Cat: { type: object, properties: { lives: { type: integer }, id: { type: string, readOnly: true } } }
        Dog: { type: object, required: [kind], properties: { kind: { type: string }, id: { type: string, readOnly: true } } }
        Fish: { type: object, properties: { length: { type: integer } } }
        Bird: { type: object, properties: { kind: { type: string } } }
        Mouse: { type: object, required: [kind], properties: { kind: { type: string, enum: [rat, vole] } } }
        Newt: { type: object, properties: { kind: { type: string, enum: [newt, frog] } } }
        """, "Pet"))
        .WithSource("""
            using Consumer.Cases;

            internal static class Makes
            {
                public static Pet Cat { get; } = new Cat { Lives = 9 };
                public static Pet Dog { get; } = new Dog();
                public static Pet OtherDog { get; } = new Dog { Kind = "wolf" };
                public static Pet Fish { get; } = new Fish { Length = 2 };
                public static Pet Bird { get; } = new Bird();
                public static Pet Mouse { get; } = new Mouse { Kind = "vole" };
                public static Pet Newt { get; } = new Newt();
                public static Pet Frog { get; } = new Newt { Kind = "frog" };
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_pet = new(s_assembly, "Consumer.Cases.Pet");

    [Theory]
    [InlineData("Cat", """{"kind":"cat","lives":9}""")]
    [InlineData("Dog", """{"kind":"dog"}""")]
    [InlineData("OtherDog", """{"kind":"wolf"}""")]
    [InlineData("Bird", """{"kind":"bird"}""")]
    // Two values lead to it, and which one is meant nobody knows.
    [InlineData("Fish", """{"length":2}""")]
    // Its own schema does not have the value that leads to it.
    [InlineData("Mouse", """{"kind":"vole"}""")]
    [InlineData("Newt", """{"kind":"newt"}""")]
    [InlineData("Frog", """{"kind":"frog"}""")]
    public void What_is_made_says_what_it_is(string name, string json) =>
        Assert.Equal(json, s_pet.Write(s_assembly.GetType("Makes", throwOnError: true)!.GetProperty(name)!.GetValue(null)!));

    [Theory]
    [InlineData("""{"kind":"cat","lives":9,"id":"a"}""")]
    [InlineData("""{"kind":"dog","id":"a"}""")]
    public void What_is_read_is_written_with_it(string json) => Assert.Equal(json, s_pet.RoundTrip(json));

    /// <summary>A record by itself is what its own schema says.</summary>
    [Theory]
    [InlineData("Cat", """{"lives":9}""")]
    [InlineData("Bird", "{}")]
    public void A_record_beside_the_union_is_written_as_it_was_read(string name, string json) =>
        Assert.Equal(json, new GeneratedType(s_assembly, $"Consumer.Cases.{name}").RoundTrip(json));
}
