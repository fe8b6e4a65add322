using System.ComponentModel;
using System.Text.Json;

namespace Dragoman;

public static partial class JsonWrite
{
    /// <summary>Writes an instant as the seconds since the start of 1970 in UTC, with a fraction only where there is one.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The instant.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void UnixTime(this Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteNumberValue(TimeNumber.Units(TimeNumber.OfInstant(value), System.TimeSpan.TicksPerSecond));

    /// <summary>Writes an instant as the whole seconds since the start of 1970 in UTC; a fraction is dropped.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The instant.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void WholeUnixTime(this Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteNumberValue(value.ToUnixTimeSeconds());

    /// <summary>Writes an instant as HTTP does (RFC 9110, section 5.6.7), such as <c>Sun, 06 Nov 1994 08:49:37 GMT</c>; a fraction of a second is dropped.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The instant.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void HttpDate(this Utf8JsonWriter writer, DateTimeOffset value) => writer.WriteStringValue(Dragoman.HttpDate.Format(value));

    /// <summary>Writes a duration as a number of seconds, with a fraction only where there is one.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The duration.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Seconds(this Utf8JsonWriter writer, TimeSpan value) => writer.WriteNumberValue(TimeNumber.Units(value.Ticks, System.TimeSpan.TicksPerSecond));

    /// <summary>Writes a duration as a number of whole seconds; a fraction is dropped.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The duration.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void WholeSeconds(this Utf8JsonWriter writer, TimeSpan value) => writer.WriteNumberValue(value.Ticks / System.TimeSpan.TicksPerSecond);

    /// <summary>Writes a duration as a number of milliseconds, with a fraction only where there is one.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The duration.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Milliseconds(this Utf8JsonWriter writer, TimeSpan value) => writer.WriteNumberValue(TimeNumber.Units(value.Ticks, System.TimeSpan.TicksPerMillisecond));

    /// <summary>Writes a duration as a number of whole milliseconds; a fraction is dropped.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The duration.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void WholeMilliseconds(this Utf8JsonWriter writer, TimeSpan value) => writer.WriteNumberValue(value.Ticks / System.TimeSpan.TicksPerMillisecond);

    /// <summary>Writes bytes in base64 for URLs (RFC 4648, section 5), without padding.</summary>
    /// <param name="writer">The writer, at a place where a value may stand.</param>
    /// <param name="value">The bytes.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is <see langword="null"/>.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Base64Url(this Utf8JsonWriter writer, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(WireText.Base64Url(value));
    }
}
