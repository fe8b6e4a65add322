using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace Dragoman.Runtime.Tests.Json;

public class JsonReadTimeTests
{
    // The examples of RFC 3339, section 5.8, each with its instant as that section explains it.
    [Theory]
    [InlineData("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.5200000+00:00")]
    [InlineData("1996-12-19T16:39:57-08:00", "1996-12-19T16:39:57.0000000-08:00")]
    [InlineData("1990-12-31T23:59:60Z", "1991-01-01T00:00:00.0000000+00:00")]
    [InlineData("1990-12-31T15:59:60-08:00", "1990-12-31T16:00:00.0000000-08:00")]
    [InlineData("1937-01-01T12:00:27.87+00:20", "1937-01-01T12:00:27.8700000+00:20")]
    public void Examples_of_RFC_3339(string text, string expected) => ReadsInstant(text, expected);

    [Theory]
    [InlineData("2024-02-29t01:02:03z", "2024-02-29T01:02:03.0000000+00:00")]
    [InlineData("2024-02-29 01:02:03Z", "2024-02-29T01:02:03.0000000+00:00")]
    [InlineData("2024-02-29 01:02:03+05:30", "2024-02-29T01:02:03.0000000+05:30")]
    [InlineData("2024-02-29T01:02:03", "2024-02-29T01:02:03.0000000+00:00")]
    [InlineData("2024-02-29 01:02:03.5", "2024-02-29T01:02:03.5000000+00:00")]
    [InlineData("2024-02-29T01:02:03-00:00", "2024-02-29T01:02:03.0000000+00:00")]
    [InlineData("2024-02-29T01:02:03.123456789012345678901234567890Z", "2024-02-29T01:02:03.1234567+00:00")]
    [InlineData("2024-02-29T01:02:03.00000009Z", "2024-02-29T01:02:03.0000000+00:00")]
    [InlineData("2024-02-29T01:02:03+14:00", "2024-02-29T01:02:03.0000000+14:00")]
    [InlineData("2024-02-29T01:02:03+23:59", "2024-02-28T01:03:03.0000000+00:00")]
    [InlineData("2024-02-29T01:02:03-14:01", "2024-02-29T15:03:03.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    public void Forms_of_an_instant(string text, string expected) => ReadsInstant(text, expected);

    [Theory]
    [InlineData("")]
    [InlineData("2024-02-29")]
    [InlineData("2024-02-29T")]
    [InlineData("2024-02-29T01:02Z")]
    [InlineData("2024-02-29T01:02:03.Z")]
    [InlineData("2024-02-29T01:02:03,5Z")]
    [InlineData("2024-02-29T01:02:03 Z")]
    [InlineData("2024-02-29T01:02:03ZZ")]
    [InlineData("2024-02-29T01:02:03+0530")]
    [InlineData("2024-02-29T01:02:03+05")]
    [InlineData("2024-02-29T01:02:03+24:00")]
    [InlineData("2024-02-29T01:02:03+05:60")]
    [InlineData("2024-02-29T24:00:00Z")]
    [InlineData("2024-02-29T01:60:00Z")]
    [InlineData("2024-02-29T01:02:61Z")]
    [InlineData("2024-02-29T01:02:60Z")]
    [InlineData("1990-12-31T23:59:60+01:00")]
    [InlineData("2023-02-29T01:02:03Z")]
    [InlineData("2024-13-01T01:02:03Z")]
    [InlineData("2024-00-01T01:02:03Z")]
    [InlineData("2024-01-00T01:02:03Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("9999-12-31T23:59:59-00:01")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData(" 2024-02-29T01:02:03Z")]
    [InlineData("2024-02-29T01:02:03Z ")]
    [InlineData("+2024-02-29T01:02:03Z")]
    [InlineData("24-02-29T01:02:03Z")]
    [InlineData("2024-02-2 T01:02:03Z")]
    [InlineData("20240229T010203Z")]
    [InlineData("Thu, 29 Feb 2024 01:02:03 GMT")]
    [InlineData("٢٠٢٤-02-29T01:02:03Z")]
    public void What_is_no_instant_is_refused(string text) =>
        Assert.Equal("Expected an RFC 3339 date and time but found a string that is not one.", Refuse(text, JsonRead.DateTimeOffset));

    [Fact]
    public void An_escaped_instant_is_unescaped() =>
        Assert.Equal(
            new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.FromHours(2)),
            JsonText.Read("\"2024\\u002d02-29\\u005401:02:03\\u002B02:00\"", JsonRead.DateTimeOffset));

    [Theory]
    [InlineData("2024-02-29", 2024, 2, 29)]
    [InlineData("0001-01-01", 1, 1, 1)]
    [InlineData("9999-12-31", 9999, 12, 31)]
    public void Dates(string text, int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), Read(text, JsonRead.DateOnly));

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-29")]
    [InlineData("2024-2-29")]
    [InlineData("2024-02-29Z")]
    [InlineData("2024-02-29T00:00:00Z")]
    [InlineData("20240229")]
    [InlineData("29.02.2024")]
    [InlineData("0000-01-01")]
    public void What_is_no_date_is_refused(string text) =>
        Assert.Equal("Expected an RFC 3339 date but found a string that is not one.", Refuse(text, JsonRead.DateOnly));

    [Theory]
    [InlineData("00:00:00", 0)]
    [InlineData("23:59:59.9999999", 863_999_999_999)]
    [InlineData("01:02:03.5", 37_235_000_000)]
    [InlineData("01:02:03.5Z", 37_235_000_000)]
    [InlineData("01:02:03.5+00:00", 37_235_000_000)]
    public void Times(string text, long ticks) => Assert.Equal(new TimeOnly(ticks), Read(text, JsonRead.TimeOnly));

    [Theory]
    [InlineData("")]
    [InlineData("01:02")]
    [InlineData("1:02:03")]
    [InlineData("24:00:00")]
    [InlineData("23:59:60")]
    [InlineData("01:02:03.")]
    [InlineData("01:02:03+01:00")]
    [InlineData("01:02:03 PM")]
    public void What_is_no_time_is_refused(string text) =>
        Assert.Equal("Expected an RFC 3339 time but found a string that is not one.", Refuse(text, JsonRead.TimeOnly));

    // XmlConvert is a second implementation: XML Schema took its durations from ISO 8601.
    [Theory]
    [InlineData("PT0S")]
    [InlineData("P1D")]
    [InlineData("P1DT12H")]
    [InlineData("PT1H30M")]
    [InlineData("PT36H")]
    [InlineData("PT0.5S")]
    [InlineData("PT0.0000001S")]
    [InlineData("-PT0.5S")]
    [InlineData("-P1DT2H3M4.5S")]
    [InlineData("P0Y0M3D")]
    [InlineData("P10675199DT2H48M5.4775807S")]
    [InlineData("-P10675199DT2H48M5.4775808S")]
    public void Durations_agree_with_XML_Schema(string text) => Assert.Equal(XmlConvert.ToTimeSpan(text), Read(text, JsonRead.TimeSpan));

    [Theory]
    [InlineData("P2W", 14 * 24 * 3600)]
    [InlineData("P1W2D", 9 * 24 * 3600)]
    [InlineData("P0.5D", 12 * 3600)]
    [InlineData("PT1,5H", 5400)]
    [InlineData("P1DT0.5M", 86430)]
    [InlineData("+PT1S", 1)]
    [InlineData("PT1.0000000999S", 1)]
    public void Durations_beyond_XML_Schema(string text, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Read(text, JsonRead.TimeSpan));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("-P")]
    [InlineData("1D")]
    [InlineData("P1")]
    [InlineData("PD")]
    [InlineData("P1S")]
    [InlineData("PT1D")]
    [InlineData("PT1S1M")]
    [InlineData("PT1M1M")]
    [InlineData("P1DT1H1D")]
    [InlineData("PT1.5H1M")]
    [InlineData("P1.5DT1H")]
    [InlineData("PT1.S")]
    [InlineData("PT.5S")]
    [InlineData("PT-1S")]
    [InlineData("--PT1S")]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P0.5Y")]
    [InlineData("P10675200D")]
    [InlineData("P99999999999999999999D")]
    [InlineData("P9223372036854775807W")]
    [InlineData("pt1s")]
    [InlineData("PT1S ")]
    [InlineData("01:00:00")]
    public void What_is_no_duration_is_refused(string text) =>
        Assert.Equal("Expected an ISO 8601 duration of fixed length but found a string that is not one.", Refuse(text, JsonRead.TimeSpan));

    private static void ReadsInstant(string text, string expected) =>
        Assert.Equal(expected, Read(text, JsonRead.DateTimeOffset).ToString("O", CultureInfo.InvariantCulture));

    private static T Read<T>(string text, JsonReadValue<T> read) => JsonText.Read(JsonSerializer.Serialize(text), read);

    private static string Refuse<T>(string text, JsonReadValue<T> read) => JsonText.Refuse(JsonSerializer.Serialize(text), read).Message;
}
