using Dragoman.Generator.Lowering;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class TypeFileLoweringTests
{
    [Fact]
    public void What_is_written_within_a_type_is_in_its_file() => Assert.Equal(
        ["A AB ABC AZ", "B"],
        Files(LoweredClient.OfSchemas(
            "A: { type: object, properties: { z: { enum: [x, y] }, other: { $ref: '#/components/schemas/B' }, b: { type: object, properties: { c: { enum: [x, y] } } } } }",
            "B: { type: object, properties: { c: { type: string } } }").Model.Types));

    [Fact]
    public void Cases_are_in_the_file_of_their_union() => Assert.Equal(
        ["A AText"],
        Files(LoweredClient.OfSchemas("A: { oneOf: [{ type: string }, { type: object, title: Text, required: [text], properties: { text: { type: string } } }] }").Model.Types));

    [Fact]
    public void A_union_of_several_places_is_in_none_of_their_files() => Assert.Equal(
        ["A AKind", "TextOrNumber"],
        Files(LoweredClient.OfSchemas("A: { type: object, properties: { x: { oneOf: [{ type: string }, { type: number }] }, y: { oneOf: [{ type: string }, { type: number }] }, kind: { enum: [a, b] } } }").Model.Types));

    [Theory]
    [InlineData("Zebra Ant", "Ant /a/Zebra/properties/ant", "Zebra /a/Zebra")]
    [InlineData("Zebra Ant Bee", "Zebra /a/Zebra", "Bee /a/Zebra/items/items", "Ant /a/Zebra/items/items/items")]
    [InlineData("Pet, PetKind", "PetKind /a/PetKind", "Pet /a/Pet")]
    [InlineData("Pet Kind", "Kind pets.yaml#/Kind", "Pet pets.yaml#")]
    [InlineData("Kind, Pet", "Kind pets.yaml#/Kind", "Pet /Kind")]
    [InlineData("Pet Cat", "Pet /a/Pet", "Cat /a/Pet")]
    [InlineData("Ant, Bee", "Bee /paths/~1pets/get/schema", "Ant /paths/~1pets~1get/schema")]
    public void The_type_of_the_shortest_pointer_holds_the_others(string expected, params string[] types) =>
        Assert.Equal(expected, string.Join(", ", Files(TypeFileLowering.Lower([.. types.Select(type => Enum(type.Split(' ')[0], type.Split(' ')[1]))]))));

    private static EnumModel Enum(string name, string pointer) => new(name, pointer, "", IsDeprecated: false, new TypeRef(TypeKind.String), default);

    private static IEnumerable<string> Files(IEnumerable<TypeFileModel> files) => files.Select(file => string.Join(' ', file.Types.Select(type => type.Name)));
}
