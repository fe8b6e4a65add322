using Dragoman.Generator.Emit;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Emit;

public sealed class JsonCodeTests
{
    private static readonly TypeRef s_text = new(TypeKind.String);
    private static readonly TypeRef s_number = new(TypeKind.Int64);
    private static readonly TypeRef s_id = new(TypeKind.Guid);
    private static readonly TypeRef s_json = new(TypeKind.Json);
    private static readonly TypeRef s_kind = new(TypeKind.Enum, "Kind", s_text);
    private static readonly TypeRef s_pet = new(TypeKind.Record, "Pet", HasRequestForm: true);
    private static readonly CodeText s_value = CodeText.Identifier("pet");
    private static readonly JsonCode s_code = new(new Names(new FileModel("Pets", "pets.yaml", "", "Pets", default, "PetsClient", "Pets", "PetsException")));

    public static TheoryData<object, string> Reads { get; } = new()
    {
        { s_text, "reader.String()" },
        { s_json, "reader.Element()" },
        { s_pet, "reader.Value<Pet>()" },
        { s_kind, "reader.Value<Kind>()" },
        { List(s_pet), "reader.List<Pet>()" },
        { List(s_json, isNullable: true), "reader.List(JsonRead.Element)" },
        { List(s_text, isNullable: true), "reader.List(JsonRead.StringOrNull)" },
        { List(s_number, isNullable: true), "reader.List(JsonRead.Int64OrNull)" },
        { List(s_kind, isNullable: true), "reader.List(JsonRead.StructOrNull<Kind>)" },
        { Map(List(s_text)), "reader.Map(static (ref Utf8JsonReader reader) => reader.List(JsonRead.String))" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_value_is_read(object type, string expected) => Assert.Equal(expected, s_code.Read((TypeRef)type).ToString());

    public static TheoryData<object, string> OptionalReads { get; } = new()
    {
        { s_text, "reader.StringOrNull()" },
        { s_json, "reader.Element()" },
        { s_kind, "reader.StructOrNull<Kind>()" },
        { s_pet, "reader.ValueOrNull<Pet>()" },
        { s_id, "reader.StructOrNull(JsonRead.Guid)" },
        { new TypeRef(TypeKind.Bytes), "reader.ValueOrNull(JsonRead.Bytes)" },
        { List(s_pet), "reader.ListOrNull<Pet>()" },
        { Map(s_text), "reader.MapOrNull(JsonRead.String)" },
    };

    [Theory]
    [MemberData(nameof(OptionalReads))]
    public void A_value_or_null_is_read(object type, string expected) => Assert.Equal(expected, s_code.ReadOrNull((TypeRef)type).ToString());

    public static TheoryData<object, bool, string> Writes { get; } = new()
    {
        { s_text, false, "writer.String(pet)" },
        { s_pet, false, "writer.Value(pet)" },
        { s_pet, true, "writer.Request(pet)" },
        { new TypeRef(TypeKind.Record, "Cat"), true, "writer.Value(pet)" },
        { List(s_pet), true, "writer.List(pet, JsonWrite.Request<Pet>)" },
        { Map(s_number, isNullable: true), true, "writer.Map(pet, static (writer, item) => writer.StructOrNull(item, JsonWrite.Int64))" },
        { List(List(s_pet, isNullable: true)), true, "writer.List(pet, static (writer, item) => writer.List(item, static (writer, item) => writer.ValueOrNull(item, JsonWrite.Request<Pet>)))" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_value_is_written(object type, bool asRequest, string expected) => Assert.Equal(expected, s_code.Write((TypeRef)type, s_value, asRequest).ToString());

    public static TheoryData<object, bool, bool, string> Members { get; } = new()
    {
        { s_text, false, false, "writer.String(\"a\\\"b\"u8, pet);" },
        { s_text, true, false, "writer.String(\"a\\\"b\"u8, pet, writeNull: true);" },
        { s_json, false, false, "writer.Element(\"a\\\"b\"u8, pet);" },
        { s_id, false, false, "writer.Member(\"a\\\"b\"u8, pet, JsonWrite.Guid);" },
        { s_pet, false, false, "writer.Value(\"a\\\"b\"u8, pet);" },
        { s_pet, false, true, "writer.Member(\"a\\\"b\"u8, pet, JsonWrite.Request<Pet>);" },
        { s_kind, true, true, "writer.Value(\"a\\\"b\"u8, pet, writeNull: true);" },
        { List(s_pet), false, false, "writer.List(\"a\\\"b\"u8, pet);" },
        { List(s_pet), false, true, "writer.List(\"a\\\"b\"u8, pet, JsonWrite.Request<Pet>);" },
        { Map(s_id), true, false, "writer.Map(\"a\\\"b\"u8, pet, JsonWrite.Guid, writeNull: true);" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_is_written_with_its_name(object type, bool isNullWritten, bool asRequest, string expected) =>
        Assert.Equal(expected, s_code.WriteMember("a\"b", (TypeRef)type, s_value, isNullWritten ? CodeText.Flag(true) : CodeText.Empty, asRequest).ToString());

    private static TypeRef List(TypeRef element, bool isNullable = false) => new(TypeKind.List, Element: element, IsElementNullable: isNullable);

    private static TypeRef Map(TypeRef element, bool isNullable = false) => new(TypeKind.Map, Element: element, IsElementNullable: isNullable);
}
