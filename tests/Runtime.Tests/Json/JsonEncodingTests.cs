using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

/// <summary>Values in another form than the usual one of their type.</summary>
public class JsonEncodingTests
{
    /// <summary>RFC 9110, section 5.6.7: one instant in the three forms; 784111777 is the same by <c>date -d</c>.</summary>
    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT")]
    [InlineData("Sun Nov  6 08:49:37 1994")]
    public void Examples_of_RFC_9110(string text) =>
        Assert.Equal(784111777, JsonText.Read(JsonSerializer.Serialize(text), JsonRead.HttpDate).ToUnixTimeSeconds());

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"1994-11-06T08:49:37Z\"")]
    [InlineData("\"Sun, 06 Nov 1994 08:49:37 CET\"")]
    [InlineData("\"Sun, 31 Feb 1994 08:49:37 GMT\"")]
    [InlineData("784111777")]
    public void Other_texts_are_no_HTTP_dates(string json) => JsonText.Refuse(json, JsonRead.HttpDate);

    [Fact]
    public void An_HTTP_date_is_in_GMT() =>
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", JsonSerializer.Deserialize<string>(JsonText.Write(new DateTimeOffset(1994, 11, 6, 10, 49, 37, 999, TimeSpan.FromHours(2)), JsonWrite.HttpDate)));

    [Theory]
    [InlineData("0", "1970-01-01T00:00:00.0000000+00:00")]
    [InlineData("784111777", "1994-11-06T08:49:37.0000000+00:00")]
    [InlineData("784111777.5", "1994-11-06T08:49:37.5000000+00:00")]
    [InlineData("7.84111777e8", "1994-11-06T08:49:37.0000000+00:00")]
    [InlineData("-1", "1969-12-31T23:59:59.0000000+00:00")]
    [InlineData("-62135596800", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("253402300799", "9999-12-31T23:59:59.0000000+00:00")]
    public void Seconds_since_1970(string json, string expected)
    {
        Assert.Equal(expected, JsonText.Read(json, JsonRead.UnixTime).ToString("O"));
        Assert.Equal(expected, JsonText.Read(json, JsonRead.WholeUnixTime).ToString("O"));
    }

    [Theory]
    [InlineData("-62135596801")]
    [InlineData("253402300800")]
    [InlineData("1e30")]
    [InlineData("\"784111777\"")]
    [InlineData("null")]
    public void Instants_out_of_range_are_refused(string json) => JsonText.Refuse(json, JsonRead.UnixTime);

    [Theory]
    [InlineData(0, "784111777", "784111777")]
    [InlineData(5_000_000, "784111777.5", "784111777")]
    [InlineData(1, "784111777.0000001", "784111777")]
    public void Instants_are_numbers_of_seconds(long ticks, string exact, string whole)
    {
        DateTimeOffset instant = new DateTimeOffset(1994, 11, 6, 9, 49, 37, TimeSpan.FromHours(1)).AddTicks(ticks);

        Assert.Equal(exact, JsonText.Write(instant, JsonWrite.UnixTime));
        Assert.Equal(whole, JsonText.Write(instant, JsonWrite.WholeUnixTime));
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("35.625", 356_250_000)]
    [InlineData("-0.5", -5_000_000)]
    [InlineData("1e-7", 1)]
    public void Durations_in_seconds(string json, long ticks)
    {
        Assert.Equal(ticks, JsonText.Read(json, JsonRead.Seconds).Ticks);
        Assert.Equal(decimal.Parse(json, System.Globalization.NumberStyles.Float, null), decimal.Parse(JsonText.Write(new TimeSpan(ticks), JsonWrite.Seconds), null));
    }

    [Theory]
    [InlineData("1.00000019", 10_000_001)]
    [InlineData("-1.00000019", -10_000_001)]
    [InlineData("-1e-8", 0)]
    public void Digits_below_a_tick_are_dropped(string json, long ticks) => Assert.Equal(ticks, JsonText.Read(json, JsonRead.Seconds).Ticks);

    [Theory]
    [InlineData("36000.5", 360_005_000)]
    [InlineData("-1", -10_000)]
    public void Durations_in_milliseconds(string json, long ticks)
    {
        Assert.Equal(ticks, JsonText.Read(json, JsonRead.Milliseconds).Ticks);
        Assert.Equal(json, JsonText.Write(new TimeSpan(ticks), JsonWrite.Milliseconds));
    }

    [Fact]
    public void Whole_durations_have_no_fraction()
    {
        Assert.Equal("36", JsonText.Write(TimeSpan.FromSeconds(36.9), JsonWrite.WholeSeconds));
        Assert.Equal("-36", JsonText.Write(TimeSpan.FromSeconds(-36.9), JsonWrite.WholeSeconds));
        Assert.Equal("36900", JsonText.Write(TimeSpan.FromSeconds(36.9), JsonWrite.WholeMilliseconds));
    }

    [Theory]
    [InlineData("1e20")]
    [InlineData("-922337203686")]
    [InlineData("\"1\"")]
    [InlineData("\"PT1S\"")]
    public void Durations_out_of_range_are_refused(string json) => JsonText.Refuse(json, JsonRead.Seconds);

    /// <summary>RFC 7515, appendix C, and RFC 4648, section 10.</summary>
    [Theory]
    [InlineData("A-z_4ME", new byte[] { 3, 236, 255, 224, 193 })]
    [InlineData("", new byte[0])]
    [InlineData("Zg", new byte[] { (byte)'f' })]
    [InlineData("Zm8", new byte[] { (byte)'f', (byte)'o' })]
    public void Base64_for_URLs(string text, byte[] bytes)
    {
        Assert.Equal(bytes, JsonText.Read($"\"{text}\"", JsonRead.Base64Url));
        Assert.Equal($"\"{text}\"", JsonText.Write(bytes, JsonWrite.Base64Url));
    }

    [Theory]
    [InlineData("A+z/4ME=", new byte[] { 3, 236, 255, 224, 193 })]
    [InlineData("Zg==", new byte[] { (byte)'f' })]
    public void The_usual_alphabet_is_read_too(string text, byte[] bytes) => Assert.Equal(bytes, JsonText.Read($"\"{text}\"", JsonRead.Base64Url));

    [Theory]
    [InlineData("\"A\"")]
    [InlineData("\"A-z_4M*\"")]
    [InlineData("\"Zg=Zg\"")]
    [InlineData("1")]
    public void Other_texts_are_no_base64(string json) => JsonText.Refuse(json, JsonRead.Base64Url);
}
