namespace Dragoman.Runtime.Tests.Json;

public class JsonReadNumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("5.0", 5)]
    [InlineData("5.000", 5)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("1.5e1", 15)]
    [InlineData("-12.50e1", -125)]
    [InlineData("1200e-2", 12)]
    [InlineData("0.00001e10", 100_000)]
    [InlineData("0e999999999999", 0)]
    [InlineData("0.0e-999999999999", 0)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("2147483647.0", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("-2147483648.0", int.MinValue)]
    public void Int32_takes_whole_numbers_however_written(string json, int expected) => Assert.Equal(expected, JsonText.Read(json, JsonRead.Int32));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("2147483648.0")]
    [InlineData("-2147483649")]
    [InlineData("4294967296")]
    [InlineData("4294967301.0")]
    [InlineData("5.5")]
    [InlineData("0.1")]
    [InlineData("1e-1")]
    [InlineData("1e400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e-99999999999999999999")]
    public void Int32_refuses_fractions_and_overflow(string json) =>
        Assert.Equal("Expected a 32-bit integer but found a number that is not one.", JsonText.Refuse(json, JsonRead.Int32).Message);

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("9223372036854775807.0", long.MaxValue)]
    [InlineData("922337203685477580.7e1", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("-9223372036854775808.0", long.MinValue)]
    [InlineData("9007199254740993.0", 9_007_199_254_740_993)]
    [InlineData("1e18", 1_000_000_000_000_000_000)]
    public void Int64_is_exact_over_its_whole_range(string json, long expected) => Assert.Equal(expected, JsonText.Read(json, JsonRead.Int64));

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("9223372036854775808.0")]
    [InlineData("-9223372036854775809")]
    [InlineData("18446744073709551615.0")]
    [InlineData("18446744073709551616.0")]
    [InlineData("1e19")]
    [InlineData("1e20")]
    [InlineData("1.0000000000000000000000000000000000000001")]
    public void Int64_refuses_fractions_and_overflow(string json) =>
        Assert.Equal("Expected a 64-bit integer but found a number that is not one.", JsonText.Refuse(json, JsonRead.Int64).Message);

    [Fact]
    public void A_number_of_many_digits_is_whole_if_the_rest_is_zeros()
    {
        Assert.Equal(7, JsonText.Read("7." + new string('0', 5000), JsonRead.Int32));
        Assert.Equal(7, JsonText.Read("7" + new string('0', 5000) + "e-5000", JsonRead.Int32));
        JsonText.Refuse("7." + new string('0', 5000) + "1", JsonRead.Int32);
    }

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("5", 5.0)]
    [InlineData("-1e-3", -0.001)]
    [InlineData("1.7976931348623157e308", double.MaxValue)]
    [InlineData("5e-324", double.Epsilon)]
    [InlineData("1e-400", 0.0)]
    public void Double_takes_any_number_in_range(string json, double expected) => Assert.Equal(expected, JsonText.Read(json, JsonRead.Double));

    [Theory]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1.8e308")]
    public void Double_refuses_what_would_be_infinite(string json) =>
        Assert.Equal("Expected a double-precision number but found a number that is not one.", JsonText.Refuse(json, JsonRead.Double).Message);

    [Theory]
    [InlineData("0.1", 0.1f)]
    [InlineData("3.4028235e38", float.MaxValue)]
    public void Single_takes_any_number_in_range(string json, float expected) => Assert.Equal(expected, JsonText.Read(json, JsonRead.Single));

    [Theory]
    [InlineData("1e39")]
    [InlineData("-1e400")]
    public void Single_refuses_what_would_be_infinite(string json) =>
        Assert.Equal("Expected a single-precision number but found a number that is not one.", JsonText.Refuse(json, JsonRead.Single).Message);

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("12.50", "12.50")]
    [InlineData("1e3", "1000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Decimal_keeps_every_digit(string json, string expected) =>
        Assert.Equal(expected, JsonText.Read(json, JsonRead.Decimal).ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("79228162514264337593543950336")]
    [InlineData("1e400")]
    public void Decimal_refuses_overflow(string json) =>
        Assert.Equal("Expected a decimal number but found a number that is not one.", JsonText.Refuse(json, JsonRead.Decimal).Message);

    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"5\"", "a string")]
    [InlineData("true", "a boolean")]
    [InlineData("[5]", "an array")]
    [InlineData("{\"a\":5}", "an object")]
    public void Other_kinds_are_no_numbers(string json, string kind)
    {
        Assert.Equal($"Expected a 32-bit integer but found {kind}.", JsonText.Refuse(json, JsonRead.Int32).Message);
        Assert.Equal($"Expected a 64-bit integer but found {kind}.", JsonText.Refuse(json, JsonRead.Int64).Message);
        Assert.Equal($"Expected a single-precision number but found {kind}.", JsonText.Refuse(json, JsonRead.Single).Message);
        Assert.Equal($"Expected a double-precision number but found {kind}.", JsonText.Refuse(json, JsonRead.Double).Message);
        Assert.Equal($"Expected a decimal number but found {kind}.", JsonText.Refuse(json, JsonRead.Decimal).Message);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("0x10")]
    public void What_is_not_JSON_is_refused(string json) => JsonText.Refuse(json, JsonRead.Double);
}
