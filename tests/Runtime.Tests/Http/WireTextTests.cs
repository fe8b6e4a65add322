using System.Globalization;

namespace Dragoman.Runtime.Tests.Http;

public sealed class WireTextTests : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;

    public static TheoryData<string> Cultures => ["", "de-DE", "tr-TR", "ar-SA", "fa-IR", "sv-SE", "th-TH"];

    public void Dispose() => CultureInfo.CurrentCulture = _culture;

    [Fact]
    public void Cultures_of_these_tests_do_differ()
    {
        Assert.Equal("1,5", 1.5.ToString(CultureInfo.GetCultureInfo("de-DE")));
        Assert.Equal("i", "İ".ToLower(CultureInfo.GetCultureInfo("tr-TR")));
        Assert.NotEqual("2024-02-29", new DateOnly(2024, 2, 29).ToString("yyyy-MM-dd", CultureInfo.GetCultureInfo("ar-SA")));
        Assert.NotEqual("-5", (-5).ToString(CultureInfo.GetCultureInfo("sv-SE")));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void Text_is_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal("true", WireText.Of(true));
        Assert.Equal("false", WireText.Of(false));
        Assert.Equal("-1234567", WireText.Of(-1234567));
        Assert.Equal("18446744073709551615", WireText.Of(ulong.MaxValue));
        Assert.Equal("784111777.5", WireText.UnixTime(new DateTimeOffset(1994, 11, 6, 8, 49, 37, 500, TimeSpan.Zero)));
        Assert.Equal("784111777", WireText.WholeUnixTime(new DateTimeOffset(1994, 11, 6, 8, 49, 37, 500, TimeSpan.Zero)));
        Assert.Equal("Sun, 06 Nov 1994 08:49:37 GMT", WireText.HttpDate(new DateTimeOffset(1994, 11, 6, 8, 49, 37, 500, TimeSpan.Zero)));
        Assert.Equal("-0.5", WireText.Seconds(TimeSpan.FromSeconds(-0.5)));
        Assert.Equal("35", WireText.WholeSeconds(TimeSpan.FromSeconds(35.625)));
        Assert.Equal("35625.5", WireText.Milliseconds(TimeSpan.FromSeconds(35.6255)));
        Assert.Equal("35625", WireText.WholeMilliseconds(TimeSpan.FromSeconds(35.6255)));
        Assert.Equal("A-z_4ME", WireText.Base64Url([3, 236, 255, 224, 193]));
        Assert.Equal("-9223372036854775808", WireText.Of(long.MinValue));
        Assert.Equal("-0.1", WireText.Of(-0.1f));
        Assert.Equal("1234.5", WireText.Of(1234.5));
        Assert.Equal("1E+20", WireText.Of(1e20));
        Assert.Equal("NaN", WireText.Of(double.NaN));
        Assert.Equal("-Infinity", WireText.Of(double.NegativeInfinity));
        Assert.Equal("-1234.50", WireText.Of(-1234.50m));
        Assert.Equal("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", WireText.Of(new Guid("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")));
        Assert.Equal("2024-02-29T13:02:03Z", WireText.Of(new DateTimeOffset(2024, 2, 29, 13, 2, 3, TimeSpan.Zero)));
        Assert.Equal("2024-02-29T13:02:03.5-08:00", WireText.Of(new DateTimeOffset(2024, 2, 29, 13, 2, 3, 500, TimeSpan.FromHours(-8))));
        Assert.Equal("2024-02-29T13:02:03+05:30", WireText.Of(new DateTimeOffset(2024, 2, 29, 13, 2, 3, TimeSpan.FromMinutes(330))));
        Assert.Equal("0987-06-05", WireText.Of(new DateOnly(987, 6, 5)));
        Assert.Equal("13:02:03", WireText.Of(new TimeOnly(13, 2, 3)));
        Assert.Equal("13:02:03.05", WireText.Of(new TimeOnly(13, 2, 3, 50)));
        Assert.Equal("P1DT2H3M4.5S", WireText.Of(new TimeSpan(1, 2, 3, 4, 500)));
        Assert.Equal("-PT0.5S", WireText.Of(TimeSpan.FromSeconds(-0.5)));
        Assert.Equal("../a?b=ü", WireText.Of(new Uri("../a?b=ü", UriKind.Relative)));
        Assert.Equal("Zm9vYg==", WireText.Of("foob"u8.ToArray()));
        Assert.Equal("Iıİi", WireText.Of("Iıİi"));
    }

    [Theory]
    [MemberData(nameof(Cultures))]
    public void JSON_is_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal("\"2024-02-29\"", Json.JsonText.Write(new DateOnly(2024, 2, 29), JsonWrite.DateOnly));
        Assert.Equal("\"13:02:03.5\"", Json.JsonText.Write(new TimeOnly(13, 2, 3, 500), JsonWrite.TimeOnly));
        Assert.Equal("\"-P1DT0.5S\"", Json.JsonText.Write(-new TimeSpan(1, 0, 0, 0, 500), JsonWrite.TimeSpan));
        Assert.Equal("-1234.5", Json.JsonText.Write(-1234.5, JsonWrite.Double));
        Assert.Equal(-1000, Json.JsonText.Read("-1.0e3", JsonRead.Int32));
        Assert.Equal(-1234.5m, Json.JsonText.Read("-1234.5", JsonRead.Decimal));
        Assert.Equal(new DateOnly(2024, 2, 29), Json.JsonText.Read("\"2024-02-29\"", JsonRead.DateOnly));
        Assert.Equal(TimeSpan.FromSeconds(-1.5), Json.JsonText.Read("\"-PT1.5S\"", JsonRead.TimeSpan));
    }

    [Fact]
    public void Null_is_not_sent()
    {
        Assert.Null(WireText.Of((bool?)null));
        Assert.Null(WireText.Of((int?)null));
        Assert.Null(WireText.Of((long?)null));
        Assert.Null(WireText.Of((float?)null));
        Assert.Null(WireText.Of((double?)null));
        Assert.Null(WireText.Of((decimal?)null));
        Assert.Null(WireText.Of((Guid?)null));
        Assert.Null(WireText.Of((DateTimeOffset?)null));
        Assert.Null(WireText.Of((DateOnly?)null));
        Assert.Null(WireText.Of((TimeOnly?)null));
        Assert.Null(WireText.Of((TimeSpan?)null));
        Assert.Null(WireText.Of((Uri?)null));
        Assert.Null(WireText.Of((byte[]?)null));
        Assert.Null(WireText.Of((string?)null));
    }

    [Fact]
    public void What_may_be_absent_is_written_alike_when_it_is_there()
    {
        Assert.Equal("true", WireText.Of((bool?)true));
        Assert.Equal("5", WireText.Of((int?)5));
        Assert.Equal("5", WireText.Of((long?)5));
        Assert.Equal("0.5", WireText.Of((float?)0.5f));
        Assert.Equal("0.5", WireText.Of((double?)0.5));
        Assert.Equal("0.50", WireText.Of((decimal?)0.50m));
        Assert.Equal("00000000-0000-0000-0000-000000000000", WireText.Of((Guid?)Guid.Empty));
        Assert.Equal("0001-01-01T00:00:00Z", WireText.Of((DateTimeOffset?)DateTimeOffset.MinValue));
        Assert.Equal("0001-01-01", WireText.Of((DateOnly?)DateOnly.MinValue));
        Assert.Equal("00:00:00", WireText.Of((TimeOnly?)TimeOnly.MinValue));
        Assert.Equal("PT0S", WireText.Of((TimeSpan?)TimeSpan.Zero));
    }

    [Fact]
    public void Method_group_resolves_for_lists()
    {
        int[]? numbers = [1, 2];
        List<DateOnly> dates = [new(2024, 2, 29)];
        IReadOnlyList<string> names = ["a"];
        IReadOnlyList<Uri> uris = [new("/a", UriKind.Relative)];

        IEnumerable<string>? texts = numbers?.Select(WireText.Of);

        Assert.Equal(["1", "2"], texts!);
        Assert.Equal(["2024-02-29"], dates.Select(WireText.Of));
        Assert.Equal(["a"], names.Select(WireText.Of));
        Assert.Equal(["/a"], uris.Select(WireText.Of));
    }
}
