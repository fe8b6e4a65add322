using System.Text.Json;
using System.Xml;

namespace Dragoman.Runtime.Tests.Json;

public class JsonWriteTests
{
    [Fact]
    public void Scalars()
    {
        Assert.Equal("\"a\\n\"", JsonText.Write("a\n", JsonWrite.String));
        Assert.Equal("true", JsonText.Write(true, JsonWrite.Boolean));
        Assert.Equal("false", JsonText.Write(false, JsonWrite.Boolean));
        Assert.Equal("-2147483648", JsonText.Write(int.MinValue, JsonWrite.Int32));
        Assert.Equal("9223372036854775807", JsonText.Write(long.MaxValue, JsonWrite.Int64));
        Assert.Equal("0.1", JsonText.Write(0.1f, JsonWrite.Single));
        Assert.Equal("0.1", JsonText.Write(0.1, JsonWrite.Double));
        Assert.Equal("12.50", JsonText.Write(12.50m, JsonWrite.Decimal));
        Assert.Equal("\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"", JsonText.Write(new Guid("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6"), JsonWrite.Guid));
        Assert.Equal("\"Zm9vYg==\"", JsonText.Write("foob"u8.ToArray(), JsonWrite.Bytes));
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("/pets/%7E1")]
    [InlineData("../a b")]
    public void Uri_is_written_as_it_was_given(string text) =>
        Assert.Equal(JsonSerializer.Serialize(text), JsonText.Write(new Uri(text, text[0] == '/' ? UriKind.Relative : UriKind.RelativeOrAbsolute), JsonWrite.Uri));

    [Theory]
    [InlineData(0, 0, "2024-02-29T01:02:03+00:00")]
    [InlineData(5_000_000, 330, "2024-02-29T01:02:03.5+05:30")]
    [InlineData(1, -480, "2024-02-29T01:02:03.0000001-08:00")]
    public void Instants(long ticks, int offset, string expected)
    {
        DateTimeOffset instant = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.FromMinutes(offset)).AddTicks(ticks);
        string json = JsonText.Write(instant, JsonWrite.DateTimeOffset);

        // The writer escapes the plus sign; the value is what counts.
        Assert.Equal(expected, JsonSerializer.Deserialize<string>(json));
        Assert.True(instant.EqualsExact(JsonText.Read(json, JsonRead.DateTimeOffset)));
    }

    [Fact]
    public void Dates_and_times()
    {
        Assert.Equal("\"0987-06-05\"", JsonText.Write(new DateOnly(987, 6, 5), JsonWrite.DateOnly));
        Assert.Equal("\"01:02:03\"", JsonText.Write(new TimeOnly(1, 2, 3), JsonWrite.TimeOnly));
        Assert.Equal("\"23:59:59.9999999\"", JsonText.Write(TimeOnly.MaxValue, JsonWrite.TimeOnly));
        Assert.Equal("\"00:00:00.05\"", JsonText.Write(new TimeOnly(0, 0, 0, 50), JsonWrite.TimeOnly));
    }

    // XmlConvert is a second implementation: XML Schema took its durations from ISO 8601.
    [Theory]
    [InlineData(0L)]
    [InlineData(1L)]
    [InlineData(-1L)]
    [InlineData(5_000_000L)]
    [InlineData(600_000_000L)]
    [InlineData(36_000_000_000L)]
    [InlineData(864_000_000_000L)]
    [InlineData(900_610_000_000L)]
    [InlineData(-937_845_000_010L)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Durations_agree_with_XML_Schema(long ticks)
    {
        TimeSpan duration = new(ticks);
        string json = JsonText.Write(duration, JsonWrite.TimeSpan);

        Assert.Equal($"\"{XmlConvert.ToString(duration)}\"", json);
        Assert.Equal(duration, JsonText.Read(json, JsonRead.TimeSpan));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_JSON_lacks_are_refused(double value)
    {
        Assert.Throws<ArgumentException>(() => JsonText.Write(value, JsonWrite.Double));
        Assert.Throws<ArgumentException>(() => JsonText.Write((float)value, JsonWrite.Single));
    }

    [Fact]
    public void Null_is_refused_where_a_value_must_be()
    {
        Assert.Throws<ArgumentNullException>("value", () => JsonText.Write<string>(null!, JsonWrite.String));
        Assert.Throws<ArgumentNullException>("value", () => JsonText.Write<Uri>(null!, JsonWrite.Uri));
        Assert.Throws<ArgumentNullException>("value", () => JsonText.Write<byte[]>(null!, JsonWrite.Bytes));
        Assert.Throws<ArgumentNullException>("items", () => JsonText.Write<IReadOnlyList<int>>(null!, Numbers));
        Assert.Throws<ArgumentNullException>("values", () => JsonText.Write<IReadOnlyDictionary<string, int>>(null!, NumberMap));
    }

    [Fact]
    public void Null_is_written_where_it_may_be()
    {
        Assert.Equal("null", JsonText.Write<string?>(null, JsonWrite.StringOrNull));
        Assert.Equal("\"a\"", JsonText.Write("a", JsonWrite.StringOrNull));
        Assert.Equal("null", JsonText.Write<IReadOnlyList<int>?>(null, static (writer, value) => writer.ValueOrNull(value, Numbers)));
        Assert.Equal("[1]", JsonText.Write<IReadOnlyList<int>?>([1], static (writer, value) => writer.ValueOrNull(value, Numbers)));
        Assert.Equal("null", JsonText.Write<double?>(null, static (writer, value) => writer.StructOrNull(value, JsonWrite.Double)));
        Assert.Equal("0.5", JsonText.Write<double?>(0.5, static (writer, value) => writer.StructOrNull(value, JsonWrite.Double)));
    }

    [Fact]
    public void Lists_and_maps()
    {
        Assert.Equal("[]", JsonText.Write<IReadOnlyList<int>>([], Numbers));
        Assert.Equal("[3,1,2]", JsonText.Write<IReadOnlyList<int>>([3, 1, 2], Numbers));
        Assert.Equal("{}", JsonText.Write(new Dictionary<string, int>(), NumberMap));
        Assert.Equal("{\"b\":1,\"\":2,\"a\\n\":3}", JsonText.Write(new Dictionary<string, int> { ["b"] = 1, [""] = 2, ["a\n"] = 3 }, NumberMap));
    }

    [Theory]
    [InlineData("{\"a\":[1.50,null,{\"b\":\"c\"}],\"a\":2}")]
    [InlineData("null")]
    public void Element_is_written_as_it_was_read(string json) =>
        Assert.Equal(json, JsonText.Write(JsonText.Read(json, JsonRead.Element), JsonWrite.Element));

    private static void Numbers(Utf8JsonWriter writer, IReadOnlyList<int> items) => writer.List(items, JsonWrite.Int32);

    private static void NumberMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, int> values) => writer.Map(values, JsonWrite.Int32);
}
