using Dragoman.Generator.Emit;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Emit;

public sealed class NamesTests
{
    private static readonly TypeRef s_text = new(TypeKind.String);
    private static readonly TypeRef s_guid = new(TypeKind.Guid);
    private static readonly TypeRef s_json = new(TypeKind.Json);
    private static readonly TypeRef s_pet = new(TypeKind.Record, "Pet");

    [Fact]
    public void A_name_is_short_and_has_a_using()
    {
        Names names = Hiding();

        Assert.Equal("Uri", names["Uri"].ToString());
        Assert.Equal(["System"], names.Usings);
    }

    [Fact]
    public void A_hidden_name_is_written_in_full_and_needs_no_using()
    {
        Names names = Hiding("Task");

        Assert.Equal("global::System.Threading.Tasks.Task", names["Task"].ToString());
        Assert.Empty(names.Usings);
    }

    [Fact]
    public void Names_within_a_type_have_the_usings_of_the_file()
    {
        Names names = Hiding();
        Names within = names.Within(["Pet"]);

        Assert.Equal("Uri", within["Uri"].ToString());
        Assert.Equal(["System"], names.Usings);
        Assert.Equal("global::Pets.Pet", within.Of(s_pet).ToString());
        Assert.Equal("Pet", names.Of(s_pet).ToString());
    }

    [Fact]
    public void Usings_of_dotnet_come_first()
    {
        Names names = Hiding();
        foreach (string name in new[] { "ApiCall", "Task", "Guid", "JsonElement", "ApiError" })
        {
            _ = names[name];
        }

        Assert.Equal(["System", "System.Text.Json", "System.Threading.Tasks", "Dragoman"], names.Usings);
    }

    public static TheoryData<string, object> Types { get; } = new()
    {
        { "string", s_text },
        { "bool", new TypeRef(TypeKind.Boolean) },
        { "int", new TypeRef(TypeKind.Int32) },
        { "long", new TypeRef(TypeKind.Int64) },
        { "float", new TypeRef(TypeKind.Single) },
        { "double", new TypeRef(TypeKind.Double) },
        { "decimal", new TypeRef(TypeKind.Decimal) },
        { "Guid", s_guid },
        { "Uri", new TypeRef(TypeKind.Uri) },
        { "DateTimeOffset", new TypeRef(TypeKind.DateTimeOffset) },
        { "DateOnly", new TypeRef(TypeKind.DateOnly) },
        { "TimeOnly", new TypeRef(TypeKind.TimeOnly) },
        { "TimeSpan", new TypeRef(TypeKind.TimeSpan) },
        { "byte[]", new TypeRef(TypeKind.Bytes) },
        { "JsonElement", s_json },
        { "Pet", s_pet },
        { "Kind", new TypeRef(TypeKind.Enum, "Kind", s_text) },
        { "IReadOnlyList<string>", List(s_text) },
        { "IReadOnlyList<Guid?>", List(s_guid, isNullable: true) },
        { "IReadOnlyList<JsonElement>", List(s_json, isNullable: true) },
        { "IReadOnlyDictionary<string, IReadOnlyList<Pet?>>", new TypeRef(TypeKind.Map, Element: List(s_pet, isNullable: true)) },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_is_written_as_in_CSharp(string expected, object type) => Assert.Equal(expected, Hiding().Of((TypeRef)type).ToString());

    [Fact]
    public void Every_kind_of_type_can_be_written() =>
        Assert.All(Enum.GetValues<TypeKind>(), kind => Assert.False(Hiding().Of(new TypeRef(kind, "Pet", s_text)).IsEmpty));

    [Fact]
    public void Any_JSON_has_its_own_null()
    {
        Assert.Equal("JsonElement", Hiding().Of(s_json, isNullable: true).ToString());
        Assert.Equal("JsonElement?", Hiding().Optional(s_json).ToString());
        Assert.Equal("Guid?", Hiding().Of(s_guid, isNullable: true).ToString());
    }

    [Theory]
    [InlineData(1, "TimeSpan.FromMilliseconds(1)")]
    [InlineData(1500, "TimeSpan.FromMilliseconds(1500)")]
    [InlineData(5000, "TimeSpan.FromSeconds(5)")]
    [InlineData(90_000, "TimeSpan.FromSeconds(90)")]
    [InlineData(3_600_000, "TimeSpan.FromMinutes(60)")]
    public void A_time_is_written_in_whole_units(long milliseconds, string expected) => Assert.Equal(expected, Hiding().Duration(milliseconds).ToString());

    private static TypeRef List(TypeRef element, bool isNullable = false) => new(TypeKind.List, Element: element, IsElementNullable: isNullable);

    private static Names Hiding(params string[] hidden) =>
        new(new FileModel("Pets", "pets.yaml", "", "Pets", hidden.ToEquatableArray(), "PetsClient", "Pets", "PetsException"));
}
