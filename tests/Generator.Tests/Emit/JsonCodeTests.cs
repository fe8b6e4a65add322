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
        { s_text, "JsonRead.String(ref reader)" },
        { s_json, "JsonRead.Element(ref reader)" },
        { s_pet, "JsonRead.Of<Pet>(ref reader)" },
        { s_kind, "JsonRead.Of<Kind>(ref reader)" },
        { List(s_pet), "JsonRead.List<Pet>(ref reader)" },
        { List(s_json, isNullable: true), "JsonRead.List(ref reader, JsonRead.Element)" },
        { List(s_text, isNullable: true), "JsonRead.List(ref reader, JsonRead.StringOrNull)" },
        { List(s_number, isNullable: true), "JsonRead.List(ref reader, JsonRead.Int64OrNull)" },
        { List(s_kind, isNullable: true), "JsonRead.List(ref reader, JsonRead.ValueOrNull<Kind>)" },
        { Map(List(s_text)), "JsonRead.Map(ref reader, static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.String))" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_value_is_read(object type, string expected) => Assert.Equal(expected, s_code.Read((TypeRef)type).ToString());

    public static TheoryData<object, string> OptionalReads { get; } = new()
    {
        { s_text, "JsonRead.StringOrNull(ref reader)" },
        { s_json, "JsonRead.Element(ref reader)" },
        { s_kind, "JsonRead.ValueOrNull<Kind>(ref reader)" },
        { s_pet, "JsonRead.OrNull<Pet>(ref reader)" },
        { s_id, "JsonRead.ValueOrNull(ref reader, JsonRead.Guid)" },
        { new TypeRef(TypeKind.Bytes), "JsonRead.OrNull(ref reader, JsonRead.Bytes)" },
        { List(s_pet), "JsonRead.ListOrNull<Pet>(ref reader)" },
        { Map(s_text), "JsonRead.MapOrNull(ref reader, JsonRead.String)" },
    };

    [Theory]
    [MemberData(nameof(OptionalReads))]
    public void A_value_or_null_is_read(object type, string expected) => Assert.Equal(expected, s_code.ReadOrNull((TypeRef)type).ToString());

    public static TheoryData<object, bool, string> Writes { get; } = new()
    {
        { s_text, false, "JsonWrite.String(writer, pet)" },
        { s_pet, false, "JsonWrite.Of(writer, pet)" },
        { s_pet, true, "JsonWrite.Request(writer, pet)" },
        { new TypeRef(TypeKind.Record, "Cat"), true, "JsonWrite.Of(writer, pet)" },
        { List(s_pet), true, "JsonWrite.List(writer, pet, JsonWrite.Request<Pet>)" },
        { Map(s_number, isNullable: true), true, "JsonWrite.Map(writer, pet, static (writer, item) => JsonWrite.ValueOrNull(writer, item, JsonWrite.Int64))" },
        { List(List(s_pet, isNullable: true)), true, "JsonWrite.List(writer, pet, static (writer, item) => JsonWrite.List(writer, item, static (writer, item) => JsonWrite.OrNull(writer, item, JsonWrite.Request<Pet>)))" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_value_is_written(object type, bool asRequest, string expected) => Assert.Equal(expected, s_code.Write((TypeRef)type, s_value, asRequest).ToString());

    public static TheoryData<object, bool, bool, string> Members { get; } = new()
    {
        { s_text, false, false, "JsonWrite.String(writer, \"a\\\"b\"u8, pet);" },
        { s_text, true, false, "JsonWrite.String(writer, \"a\\\"b\"u8, pet, writeNull: true);" },
        { s_json, false, false, "JsonWrite.Element(writer, \"a\\\"b\"u8, pet);" },
        { s_id, false, false, "JsonWrite.Member(writer, \"a\\\"b\"u8, pet, JsonWrite.Guid);" },
        { s_pet, false, false, "JsonWrite.Of(writer, \"a\\\"b\"u8, pet);" },
        { s_pet, false, true, "JsonWrite.Member(writer, \"a\\\"b\"u8, pet, JsonWrite.Request<Pet>);" },
        { s_kind, true, true, "JsonWrite.Of(writer, \"a\\\"b\"u8, pet, writeNull: true);" },
        { List(s_pet), false, false, "JsonWrite.List(writer, \"a\\\"b\"u8, pet);" },
        { List(s_pet), false, true, "JsonWrite.List(writer, \"a\\\"b\"u8, pet, JsonWrite.Request<Pet>);" },
        { Map(s_id), true, false, "JsonWrite.Map(writer, \"a\\\"b\"u8, pet, JsonWrite.Guid, writeNull: true);" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_is_written_with_its_name(object type, bool isNullWritten, bool asRequest, string expected) =>
        Assert.Equal(expected, s_code.WriteMember("a\"b", (TypeRef)type, s_value, isNullWritten ? CodeText.Flag(true) : CodeText.Empty, asRequest).ToString());

    private static TypeRef List(TypeRef element, bool isNullable = false) => new(TypeKind.List, Element: element, IsElementNullable: isNullable);

    private static TypeRef Map(TypeRef element, bool isNullable = false) => new(TypeKind.Map, Element: element, IsElementNullable: isNullable);
}
