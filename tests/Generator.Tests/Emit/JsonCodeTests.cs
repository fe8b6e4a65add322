using Dragoman.Generator.Emit;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Emit;

public sealed class JsonCodeTests
{
    private static readonly TypeRef s_text = new(TypeKind.String);
    private static readonly TypeRef s_number = new(TypeKind.Int64);
    private static readonly TypeRef s_json = new(TypeKind.Json);
    private static readonly TypeRef s_kind = new(TypeKind.Enum, "Kind", s_text);
    private static readonly TypeRef s_pet = new(TypeKind.Record, "Pet", HasRequestForm: true);
    private static readonly CodeText s_value = CodeText.Identifier("pet");
    private static readonly JsonCode s_code = new(new Names(new FileModel("Pets", "pets.yaml", "", "Pets", default, "PetsClient", "Pets", "PetsException")));

    public static TheoryData<object, string> Reads { get; } = new()
    {
        { s_text, "JsonRead.String(ref reader)" },
        { s_json, "JsonRead.Element(ref reader)" },
        { s_pet, "PetJson.Read(ref reader)" },
        { s_kind, "KindJson.Read(ref reader)" },
        { List(s_pet), "JsonRead.List(ref reader, PetJson.Read)" },
        { List(s_json, isNullable: true), "JsonRead.List(ref reader, JsonRead.Element)" },
        { List(s_text, isNullable: true), "JsonRead.List(ref reader, static (ref Utf8JsonReader reader) => JsonRead.OrNull(ref reader, JsonRead.String))" },
        { List(s_number, isNullable: true), "JsonRead.List(ref reader, static (ref Utf8JsonReader reader) => JsonRead.ValueOrNull(ref reader, JsonRead.Int64))" },
        { List(s_kind, isNullable: true), "JsonRead.List(ref reader, static (ref Utf8JsonReader reader) => JsonRead.ValueOrNull(ref reader, KindJson.Read))" },
        { Map(List(s_text)), "JsonRead.Map(ref reader, static (ref Utf8JsonReader reader) => JsonRead.List(ref reader, JsonRead.String))" },
    };

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_value_is_read(object type, string expected) => Assert.Equal(expected, s_code.Read((TypeRef)type).ToString());

    public static TheoryData<object, string> OptionalReads { get; } = new()
    {
        { s_text, "JsonRead.IsNull(ref reader) ? null : JsonRead.String(ref reader)" },
        { s_json, "JsonRead.Element(ref reader)" },
        { s_kind, "JsonRead.IsNull(ref reader) ? default(Kind?) : KindJson.Read(ref reader)" },
    };

    [Theory]
    [MemberData(nameof(OptionalReads))]
    public void A_value_or_null_is_read(object type, string expected) => Assert.Equal(expected, s_code.ReadOrNull((TypeRef)type).ToString());

    public static TheoryData<object, bool, string> Writes { get; } = new()
    {
        { s_text, false, "JsonWrite.String(writer, pet)" },
        { s_pet, false, "PetJson.Write(writer, pet)" },
        { s_pet, true, "PetJson.WriteRequest(writer, pet)" },
        { new TypeRef(TypeKind.Record, "Cat"), true, "CatJson.Write(writer, pet)" },
        { List(s_pet), true, "JsonWrite.List(writer, pet, PetJson.WriteRequest)" },
        { Map(s_number, isNullable: true), true, "JsonWrite.Map(writer, pet, static (writer, item) => JsonWrite.ValueOrNull(writer, item, JsonWrite.Int64))" },
        { List(List(s_pet, isNullable: true)), true, "JsonWrite.List(writer, pet, static (writer, item) => JsonWrite.List(writer, item, static (writer, item) => JsonWrite.OrNull(writer, item, PetJson.WriteRequest)))" },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public void A_value_is_written(object type, bool asRequest, string expected) => Assert.Equal(expected, s_code.Write((TypeRef)type, s_value, asRequest).ToString());

    public static TheoryData<object, string> Members { get; } = new()
    {
        { s_text, "writer.WriteString(\"a\\\"b\"u8, pet);" },
        { new TypeRef(TypeKind.Boolean), "writer.WriteBoolean(\"a\\\"b\"u8, pet);" },
        { s_number, "writer.WriteNumber(\"a\\\"b\"u8, pet);" },
        { new TypeRef(TypeKind.Double), "writer.WritePropertyName(\"a\\\"b\"u8);\nJsonWrite.Double(writer, pet);" },
        { s_pet, "writer.WritePropertyName(\"a\\\"b\"u8);\nPetJson.Write(writer, pet);" },
    };

    [Theory]
    [MemberData(nameof(Members))]
    public void A_member_is_written_with_its_name(object type, string expected) => Assert.Equal(expected, s_code.WriteMember("a\"b", (TypeRef)type, s_value, asRequest: false).ToString());

    private static TypeRef List(TypeRef element, bool isNullable = false) => new(TypeKind.List, Element: element, IsElementNullable: isNullable);

    private static TypeRef Map(TypeRef element, bool isNullable = false) => new(TypeKind.Map, Element: element, IsElementNullable: isNullable);
}
