using System.Reflection;
using System.Text.Json;
using Dragoman.Generator.Tests.Snapshots;

namespace Dragoman.Generator.Tests.Running;

/// <summary>Records that derive from others, on the wire.</summary>
public sealed class InheritanceTests
{
    private static readonly Assembly s_assembly = GeneratorRun.Of(Emitted.Schemas(
        """
        Vehicle:
          type: object
          required: [wheels, kind]
          properties: { wheels: { type: integer, format: int32 }, kind: { type: string }, id: { type: string, readOnly: true }, doors: { type: integer, default: 4 } }
          discriminator: { propertyName: kind, mapping: { car: Car, bike: '#/components/schemas/Bike' } }
        Car:
          required: [engine]
          allOf: [{ $ref: '#/components/schemas/Vehicle' }]
          properties: { kind: { type: string, enum: [car] }, engine: { type: string }, tows: { type: array, items: { $ref: '#/components/schemas/Vehicle' } } }
          discriminator: { propertyName: engine, mapping: { diesel: Diesel } }
        Diesel: { allOf: [{ $ref: '#/components/schemas/Car' }, { properties: { engine: { const: diesel }, liters: { type: number } } }] }
        Bike: { allOf: [{ $ref: '#/components/schemas/Vehicle' }] }
        """, "Vehicle", "Car"))
        .WithSource("""
            using Consumer.Cases;

            internal static class Story
            {
                public static string Tell(Vehicle vehicle) => vehicle switch
                {
                    Diesel { Liters: var liters } => $"diesel of {liters}",
                    Car { Tows: [Bike] } => "a car with a bike",
                    Car => "a car",
                    { Kind: var kind, AdditionalProperties.Count: var more } => $"{kind} with {more} more",
                    _ => "a vehicle",
                };

                public static Vehicle Make() => new Car { Wheels = 4, Id = "1", Engine = "gas", Tows = [new Bike { Wheels = 2 }, new Diesel { Wheels = 6, Liters = 3 }] };
            }
            """)
        .AssertCompiles()
        .Load();

    private static readonly GeneratedType s_vehicle = new(s_assembly, "Consumer.Cases.Vehicle");
    private static readonly Type s_story = s_assembly.GetType("Story", throwOnError: true)!;

    [Theory]
    [InlineData("""{"wheels":2,"kind":"bike"}""", "Bike")]
    [InlineData("""{"wheels":4,"kind":"car","engine":"gas"}""", "Car")]
    [InlineData("""{"wheels":4,"kind":"car","id":"7","engine":"diesel","liters":1.5}""", "Diesel")]
    [InlineData("""{"wheels":4,"kind":"car","doors":4,"engine":"diesel","liters":1.5}""", "Diesel")]
    [InlineData("""{"wheels":2,"kind":"bike","doors":0}""", "Bike")]
    [InlineData("""{"wheels":4,"kind":"car","engine":"gas","tows":[{"wheels":2,"kind":"bike"},{"wheels":4,"kind":"car","engine":"diesel"}]}""", "Car")]
    [InlineData("""{"wheels":3,"kind":"boat","sails":[1.50,{"a":null}]}""", "Vehicle")]
    [InlineData("""{"wheels":4,"kind":"car","engine":"steam","coal":true}""", "Car")]
    [InlineData("""{"wheels":1}""", "Vehicle")]
    public void A_value_is_written_as_it_was_read(string json, string type)
    {
        Assert.Equal(type, s_vehicle.CaseOf(json));
        Assert.Equal(json, s_vehicle.RoundTrip(json));
    }

    [Fact]
    public void The_member_may_stand_anywhere() => Assert.Equal("Diesel", s_vehicle.CaseOf("""{"liters":2,"engine":"diesel","wheels":4,"kind":"car"}"""));

    [Theory]
    [InlineData("""{"wheels":4,"kind":"car","engine":"diesel","liters":2}""", "diesel of 2")]
    [InlineData("""{"wheels":4,"kind":"car","engine":"gas","tows":[{"wheels":2,"kind":"bike"}]}""", "a car with a bike")]
    [InlineData("""{"wheels":0,"kind":"sled","dogs":8}""", "sled with 1 more")]
    public void A_program_tells_them_apart(string json, string told) => Assert.Equal(told, s_story.GetMethod("Tell")!.Invoke(null, [s_vehicle.Read(json)]));

    [Fact]
    public void A_program_need_not_say_what_the_type_says() => Assert.Equal(
        """{"wheels":4,"kind":"car","id":"1","engine":"gas","tows":[{"wheels":2,"kind":"bike"},{"wheels":6,"kind":"car","engine":"diesel","liters":3}]}""",
        s_vehicle.Write(s_story.GetMethod("Make")!.Invoke(null, null)!));

    [Theory]
    [InlineData("""{"kind":"bike"}""")]
    [InlineData("""{"wheels":"two","kind":"bike"}""")]
    [InlineData("""["bike"]""")]
    [InlineData("""{"wheels":2,"kind":"bike" """)]
    public void What_is_not_as_described_is_an_exception(string json) => Assert.Throws<JsonException>(() => s_vehicle.Read(json));
}
