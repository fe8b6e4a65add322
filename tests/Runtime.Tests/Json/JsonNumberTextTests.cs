using System.Globalization;

namespace Dragoman.Runtime.Tests.Json;

/// <summary>Numbers that are written as texts.</summary>
public class JsonNumberTextTests
{
    [Theory]
    [InlineData("\"9007199254740993\"", 9007199254740993)]
    [InlineData("\"-9223372036854775808\"", long.MinValue)]
    [InlineData("\"9223372036854775807\"", long.MaxValue)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("5.0", 5)]
    public void Integers_of_64_bits(string json, long expected) => Assert.Equal(expected, JsonText.Read(json, JsonRead.Int64Text));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" 1\"")]
    [InlineData("\"1.0\"")]
    [InlineData("\"1e3\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"9223372036854775808\"")]
    [InlineData("true")]
    [InlineData("null")]
    public void Other_texts_are_no_integers(string json) => JsonText.Refuse(json, JsonRead.Int64Text);

    [Fact]
    public void Integers_of_other_sizes()
    {
        Assert.Equal(int.MinValue, JsonText.Read("\"-2147483648\"", JsonRead.Int32Text));
        JsonText.Refuse("\"2147483648\"", JsonRead.Int32Text);
        Assert.Equal(ulong.MaxValue, JsonText.Read("\"18446744073709551615\"", JsonRead.UInt64Text));
        Assert.Equal(ulong.MaxValue, JsonText.Read("18446744073709551615", JsonRead.UInt64));
        Assert.Equal(5UL, JsonText.Read("5.0", JsonRead.UInt64));
        JsonText.Refuse("\"-1\"", JsonRead.UInt64Text);
        JsonText.Refuse("-1", JsonRead.UInt64);
    }

    [Theory]
    [InlineData("\"0.1\"", 0.1)]
    [InlineData("\"-1.5E+3\"", -1500)]
    [InlineData("\"NaN\"", double.NaN)]
    [InlineData("\"-Infinity\"", double.NegativeInfinity)]
    [InlineData("0.1", 0.1)]
    public void Fractions(string json, double expected)
    {
        // A number that is none has no JSON, by which results are compared.
        Assert.Equal(expected.ToString(CultureInfo.InvariantCulture), JsonText.Read(json, static (ref System.Text.Json.Utf8JsonReader reader) => reader.DoubleText().ToString(CultureInfo.InvariantCulture)));
        Assert.Equal(((float)expected).ToString(CultureInfo.InvariantCulture), JsonText.Read(json, static (ref System.Text.Json.Utf8JsonReader reader) => reader.SingleText().ToString(CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"1e999\"")]
    [InlineData("\"one\"")]
    [InlineData("\"0x1\"")]
    public void Other_texts_are_no_fractions(string json) => JsonText.Refuse(json, JsonRead.DoubleText);

    [Fact]
    public void Decimals_keep_their_zeros()
    {
        Assert.Equal("12.50", JsonText.Read("\"12.50\"", JsonRead.DecimalText).ToString(CultureInfo.InvariantCulture));
        Assert.Equal("\"12.50\"", JsonText.Write(12.50m, JsonWrite.DecimalText));
    }

    [Fact]
    public void Numbers_are_written_as_texts()
    {
        Assert.Equal("\"-2147483648\"", JsonText.Write(int.MinValue, JsonWrite.Int32Text));
        Assert.Equal("\"9223372036854775807\"", JsonText.Write(long.MaxValue, JsonWrite.Int64Text));
        Assert.Equal("\"18446744073709551615\"", JsonText.Write(ulong.MaxValue, JsonWrite.UInt64Text));
        Assert.Equal("18446744073709551615", JsonText.Write(ulong.MaxValue, JsonWrite.UInt64));
        Assert.Equal("\"0.1\"", JsonText.Write(0.1f, JsonWrite.SingleText));
        Assert.Equal("\"NaN\"", JsonText.Write(double.NaN, JsonWrite.DoubleText));
    }
}
