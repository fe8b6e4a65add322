using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes an instant as <c>date-time</c> of RFC 3339, with its offset in numbers and with fractions of a second only where there are any.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The instant.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DateTimeOffset(this Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(value);

    /// <summary>Writes a date as <c>full-date</c> of RFC 3339.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The date.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void DateOnly(this Utf8JsonWriter writer, DateOnly value)
    {
        Span<char> text = stackalloc char[Rfc3339.DateFormat.Length];
        value.TryFormat(text, out int length, Rfc3339.DateFormat, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a time of day as <c>partial-time</c> of RFC 3339, with fractions of a second only where there are any.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The time of day.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void TimeOnly(this Utf8JsonWriter writer, TimeOnly value)
    {
        Span<char> text = stackalloc char[Rfc3339.TimeFormat.Length];
        value.TryFormat(text, out int length, Rfc3339.TimeFormat, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    /// <summary>Writes a duration in ISO 8601 (RFC 3339, appendix A): days of 24 hours, hours, minutes and seconds, each only where it is not zero.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The duration; <c>PT0S</c> for none, a minus sign in front of a negative one.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void TimeSpan(this Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(IsoDuration.Format(value));
}
