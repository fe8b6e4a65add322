using System.Text;
using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

public class JsonReadObjectTests
{
    [Theory]
    [InlineData("{\"pet_name\":\"Rex\",\"age\":3}")]
    [InlineData(" { \"age\" : 3.0 , \"pet_name\" : \"R\\u0065x\" } ")]
    [InlineData("{\"\\u0070et_n\\u0061me\":\"Rex\",\"\\u0061\\u0067\\u0065\":3}")]
    [InlineData("{\"x\":{\"age\":[{}]},\"pet_name\":\"Rex\",\"y\":[[1],\"a\"],\"age\":3,\"z\":null}")]
    [InlineData("{\"\\ud83d\":1,\"age\\udc15\":2,\"pet_name\":\"Rex\",\"age\":3}")]
    [InlineData("{\"PET_NAME\":\"other\",\"Age\":7,\"pet_name \":0,\"pet_nam\":0,\"\":0,\"pet_name\":\"Rex\",\"age\":3}")]
    [InlineData("{\"pet_name\":\"Max\",\"age\":9,\"age\":null,\"pet_name\":\"Rex\",\"age\":3}")]
    public void Members_are_found_by_their_exact_name_and_the_last_counts(string json) =>
        Assert.Equal(new Pet { Name = "Rex", Age = 3 }, JsonText.Read(json.Trim(), JsonRead.Value<Pet>));

    [Fact]
    public void A_later_null_counts_too() =>
        Assert.Equal(new Pet { Name = "Rex" }, JsonText.Read("{\"pet_name\":\"Rex\",\"age\":9,\"age\":null}", JsonRead.Value<Pet>));

    [Theory]
    [InlineData("{}", "The required member 'pet_name' is missing.")]
    [InlineData("{\"age\":3}", "The required member 'pet_name' is missing.")]
    [InlineData("{\"pet_name\":null}", "Expected a string but found null.")]
    [InlineData("null", "Expected an object but found null.")]
    [InlineData("[]", "Expected an object but found an array.")]
    [InlineData("{\"pet_name\":\"Rex\",\"children\":[{\"pet_name\":\"Max\"},null]}", "Expected an object but found null.")]
    public void What_breaks_the_contract_is_refused(string json, string message) => Assert.Equal(message, JsonText.Refuse(json, JsonRead.Value<Pet>).Message);

    [Theory]
    [InlineData("{\"x\":")]
    [InlineData("{\"x\":[1,2")]
    [InlineData("{\"x\":{\"a\":1")]
    [InlineData("{\"x\":tru}")]
    [InlineData("{\"x\":1 \"pet_name\":\"Rex\"}")]
    [InlineData("{\"pet_name\":\"Rex\"")]
    [InlineData("{\"pet_name\":\"Re")]
    [InlineData("{\"pet_name\"")]
    [InlineData("{\"pet_name\":\"Rex\"]")]
    [InlineData("{/**/\"pet_name\":\"Rex\"}")]
    public void Broken_text_is_refused(string json) => JsonText.Refuse(json, JsonRead.Value<Pet>);

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void Depth_is_limited_to_64(int pets, bool isRead)
    {
        // Each pet but the innermost is an object and an array, so 32 pets are 63 levels deep and 33 are 65.
        string json = string.Concat(Enumerable.Repeat("{\"pet_name\":\"Rex\",\"children\":[", pets - 1)) + "{\"pet_name\":\"Rex\"}" + string.Concat(Enumerable.Repeat("]}", pets - 1));

        if (isRead)
        {
            Assert.Equal("Rex", JsonText.Read(json, JsonRead.Value<Pet>).Name);
        }
        else
        {
            JsonText.Refuse(json, JsonRead.Value<Pet>);
        }
    }

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public void Depth_is_limited_in_what_is_skipped_or_kept_as_an_element(int arrays, bool isRead)
    {
        string value = new string('[', arrays) + new string(']', arrays);
        string json = "{\"x\":" + value + ",\"pet_name\":\"Rex\"}";

        if (isRead)
        {
            Assert.Equal("Rex", JsonText.Read(json, JsonRead.Value<Pet>).Name);
            Assert.Equal(JsonValueKind.Array, JsonText.Read("{\"x\":" + value + "}", Elements)["x"].ValueKind);
        }
        else
        {
            Assert.ThrowsAny<JsonException>(() => Parse(json, JsonRead.Value<Pet>));
            Assert.ThrowsAny<JsonException>(() => Parse(json, Elements));
        }
    }

    [Fact]
    public void A_reader_of_a_first_block_reads_and_skips_what_is_complete()
    {
        Utf8JsonReader reader = new("{\"x\":[1,{}],\"pet_name\":\"Rex\"} "u8, isFinalBlock: false, state: default);
        reader.Read();

        Assert.Equal("Rex", reader.Value<Pet>().Name);
        Assert.Equal(JsonTokenType.EndObject, reader.TokenType);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"x\"")]
    [InlineData("{\"x\":[1,")]
    [InlineData("{\"pet_name\":")]
    [InlineData("{\"pet_name\":\"Rex\"")]
    [InlineData("{\"pet_name\":\"Rex\",\"children\":[")]
    public void A_reader_of_a_first_block_refuses_what_is_not_complete(string json) =>
        Assert.Equal(
            "The JSON text ends within a value.",
            Assert.Throws<JsonException>(() =>
            {
                Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json), isFinalBlock: false, state: default);
                reader.Read();
                reader.Value<Pet>();
            }).Message);

    private static IReadOnlyDictionary<string, JsonElement> Elements(ref Utf8JsonReader reader) => reader.Map(JsonRead.Element);

    private static void Parse<T>(string json, JsonReadValue<T> read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        read(ref reader);
    }
}
