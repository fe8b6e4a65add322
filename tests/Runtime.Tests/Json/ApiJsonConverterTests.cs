using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman.Runtime.Tests.Json;

public partial class ApiJsonConverterTests
{
    private const string Json = "{\"pet_name\":\"Rex\",\"age\":3}";

    private static readonly Pet Rex = new() { Name = "Rex", Age = 3 };

    [Fact]
    public void Contract_serves_the_serializer()
    {
        Assert.Equal(Json, JsonSerializer.Serialize(Rex, JsonType.Of<Pet>()));
        Assert.Equal(Rex, JsonSerializer.Deserialize(Json, JsonType.Of<Pet>()));
        Assert.Null(JsonSerializer.Deserialize("null", JsonType.Of<Pet>()));
    }

    [Fact]
    public async Task Contract_serves_streams_that_arrive_byte_by_byte()
    {
        byte[] json = Encoding.UTF8.GetBytes(" {\"x\":[{},\"" + new string('x', 40_000) + "\"],\"p\\u0065t_name\":\"Rex\",\"age\":3.0} ");

        Assert.Equal(Rex, await JsonSerializer.DeserializeAsync(new TrickleStream(json), JsonType.Of<Pet>()));
    }

    [Fact]
    public async Task Contract_serves_HTTP_content()
    {
        using JsonContent content = JsonContent.Create(Rex, JsonType.Of<Pet>());

        Assert.Equal("application/json", content.Headers.ContentType?.MediaType);
        Assert.Equal(Json, await content.ReadAsStringAsync());
        Assert.Equal(Rex, await content.ReadFromJsonAsync(JsonType.Of<Pet>()));
    }

    [Fact]
    public void Attribute_serves_a_type_of_the_user()
    {
        Zoo zoo = JsonSerializer.Deserialize<Zoo>("{\"Star\":" + Json + ",\"Pets\":[" + Json + ",null],\"ByName\":{\"Rex\":" + Json + "}}")!;

        CheckZoo(zoo);
        Assert.Equal("{\"Star\":" + Json + ",\"Pets\":[" + Json + ",null],\"ByName\":{\"Rex\":" + Json + "}}", JsonSerializer.Serialize(zoo));
    }

    [Fact]
    public void Attribute_serves_a_context_of_the_user()
    {
        string json = "{\"Star\":" + Json + ",\"Pets\":[" + Json + ",null],\"ByName\":{\"Rex\":" + Json + "}}";
        Zoo zoo = JsonSerializer.Deserialize(json, ZooContext.Default.Zoo)!;

        CheckZoo(zoo);
        Assert.Equal(json, JsonSerializer.Serialize(zoo, ZooContext.Default.Zoo));
        Assert.Equal(Rex, JsonSerializer.Deserialize(Json, ZooContext.Default.Pet));
    }

    [Fact]
    public async Task Attribute_serves_a_type_of_the_user_from_a_stream()
    {
        byte[] json = Encoding.UTF8.GetBytes("{\"Pets\":[" + string.Join(',', Enumerable.Repeat(Json, 2000)) + "]}");
        Zoo zoo = (await JsonSerializer.DeserializeAsync(new TrickleStream(json), ZooContext.Default.Zoo))!;

        Assert.Equal(Enumerable.Repeat(Rex, 2000), zoo.Pets);
    }

    [Fact]
    public void Options_of_the_user_do_not_change_the_wire_names()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web);

        Assert.Equal("{\"star\":" + Json + ",\"pets\":[],\"byName\":null}", JsonSerializer.Serialize(new Zoo { Star = Rex }, options));
    }

    [Fact]
    public void Failures_keep_the_reason_and_gain_a_place()
    {
        JsonException failure = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("{\"Pets\":[" + Json + ",{\"age\":3}]}", ZooContext.Default.Zoo));

        Assert.StartsWith("The required member 'pet_name' is missing.", failure.Message, StringComparison.Ordinal);
        Assert.Equal("$.Pets[1]", failure.Path);
    }

    [Fact]
    public void A_type_has_one_contract() => Assert.Same(JsonType.Of<Pet>(), JsonType.Of<Pet>());

    private static void CheckZoo(Zoo zoo)
    {
        Assert.Equal(Rex, zoo.Star);
        Assert.Equal([Rex, null], zoo.Pets);
        Assert.Equal(Rex, Assert.Single(zoo.ByName!).Value);
    }

    internal sealed class Zoo
    {
        public Pet? Star { get; set; }

        public List<Pet?> Pets { get; set; } = [];

        public Dictionary<string, Pet>? ByName { get; set; }
    }

    [JsonSerializable(typeof(Zoo))]
    [JsonSerializable(typeof(Pet))]
    internal sealed partial class ZooContext : JsonSerializerContext;

    private sealed class TrickleStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..1], cancellationToken);
    }
}
