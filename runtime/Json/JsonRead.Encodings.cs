using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>Reads an instant as the seconds since the start of 1970 in UTC, with or without a fraction.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The instant in UTC; digits below 100 ns are dropped.</returns>
    /// <exception cref="JsonException">The value is not a number, or not within the years 1 to 9999.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DateTimeOffset UnixTime(this ref Utf8JsonReader reader)
    {
        const string Expected = "the seconds since 1970 as a number";
        long ticks = TimeNumber.Read(ref reader, System.TimeSpan.TicksPerSecond, Expected);
        return ticks >= TimeNumber.OfInstant(System.DateTimeOffset.MinValue) && ticks <= TimeNumber.OfInstant(System.DateTimeOffset.MaxValue)
            ? System.DateTimeOffset.UnixEpoch.AddTicks(ticks)
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <inheritdoc cref="UnixTime"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DateTimeOffset WholeUnixTime(this ref Utf8JsonReader reader) => reader.UnixTime();

    /// <summary>Reads an instant as HTTP writes it (RFC 9110, section 5.6.7), such as <c>Sun, 06 Nov 1994 08:49:37 GMT</c>; also in the two obsolete forms.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The instant in UTC.</returns>
    /// <exception cref="JsonException">The value is not such a text.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DateTimeOffset HttpDate(this ref Utf8JsonReader reader) =>
        Dragoman.HttpDate.TryParse(reader.String(), out DateTimeOffset value) ? value : throw JsonFailure.WrongForm("an HTTP date", reader.TokenType);

    /// <summary>Reads a duration as a number of seconds, with or without a fraction.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The duration; digits below 100 ns are dropped.</returns>
    /// <exception cref="JsonException">The value is not a number, or out of range (about 10.6 million days).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TimeSpan Seconds(this ref Utf8JsonReader reader) => new(TimeNumber.Read(ref reader, System.TimeSpan.TicksPerSecond, "seconds as a number"));

    /// <inheritdoc cref="Seconds"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TimeSpan WholeSeconds(this ref Utf8JsonReader reader) => reader.Seconds();

    /// <summary>Reads a duration as a number of milliseconds, with or without a fraction.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The duration; digits below 100 ns are dropped.</returns>
    /// <exception cref="JsonException">The value is not a number, or out of range (about 10.6 million days).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TimeSpan Milliseconds(this ref Utf8JsonReader reader) => new(TimeNumber.Read(ref reader, System.TimeSpan.TicksPerMillisecond, "milliseconds as a number"));

    /// <inheritdoc cref="Milliseconds"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TimeSpan WholeMilliseconds(this ref Utf8JsonReader reader) => reader.Milliseconds();

    /// <summary>Reads bytes in the alphabet of base64 for URLs (RFC 4648, section 5), with or without padding; also in the usual alphabet.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="JsonException">The value is not base64 in a string.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static byte[] Base64Url(this ref Utf8JsonReader reader)
    {
        const string Expected = "base64 for URLs";
        return TextForms.TryBase64Url(TokenText.OfString(ref reader, Expected), out byte[] bytes) ? bytes : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }
}
