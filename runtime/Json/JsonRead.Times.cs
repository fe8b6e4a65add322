using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonRead
{
    /// <summary>
    /// Reads an instant: <c>date-time</c> of RFC 3339, section 5.6, with <c>T</c>, <c>t</c> or a space between date and time.
    /// A time without an offset is taken as UTC, a leap second as the second after it; digits below 100 ns are dropped.
    /// </summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The instant with the offset that was sent, or in UTC where that offset is more than 14 hours.</returns>
    /// <exception cref="JsonException">The value is not such a text, or not within the years 1 to 9999.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DateTimeOffset DateTimeOffset(this ref Utf8JsonReader reader)
    {
        const string Expected = "an RFC 3339 date and time";
        return Rfc3339.TryParse(TokenText.OfString(ref reader, Expected), out DateTimeOffset value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>Reads a date: <c>full-date</c> of RFC 3339, section 5.6.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The date.</returns>
    /// <exception cref="JsonException">The value is not such a text, or not a date of the years 1 to 9999.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static DateOnly DateOnly(this ref Utf8JsonReader reader)
    {
        const string Expected = "an RFC 3339 date";
        return Rfc3339.TryParse(TokenText.OfString(ref reader, Expected), out DateOnly value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>
    /// Reads a time of day: <c>partial-time</c> of RFC 3339, section 5.6, or <c>full-time</c> in UTC. Another offset is refused,
    /// as the value could not keep it; digits below 100 ns are dropped.
    /// </summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The time of day.</returns>
    /// <exception cref="JsonException">The value is not such a text, or a leap second.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TimeOnly TimeOnly(this ref Utf8JsonReader reader)
    {
        const string Expected = "an RFC 3339 time";
        return Rfc3339.TryParse(TokenText.OfString(ref reader, Expected), out TimeOnly value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }

    /// <summary>
    /// Reads a duration in ISO 8601 (RFC 3339, appendix A), such as <c>P1DT12H</c>, <c>P2W</c> or <c>-PT0.5S</c>; the last number may
    /// have a fraction. Days are 24 hours; years and months have no fixed length and are refused unless zero.
    /// </summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The duration; digits below 100 ns are dropped.</returns>
    /// <exception cref="JsonException">The value is not such a text, or out of range (about 10.6 million days).</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static TimeSpan TimeSpan(this ref Utf8JsonReader reader)
    {
        const string Expected = "an ISO 8601 duration of fixed length";
        return IsoDuration.TryParse(TokenText.OfString(ref reader, Expected), out TimeSpan value)
            ? value
            : throw JsonFailure.WrongForm(Expected, reader.TokenType);
    }
}
