using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dragoman;

/// <content>Values that a document has in another form than the usual one of their type.</content>
public static partial class WireText
{
    /// <summary>The seconds since the start of 1970 in UTC, with a fraction only where there is one.</summary>
    /// <param name="value">The instant; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? UnixTime(DateTimeOffset? value) => value is { } present ? Text(TimeNumber.Units(TimeNumber.OfInstant(present), TimeSpan.TicksPerSecond)) : null;

    /// <summary>The whole seconds since the start of 1970 in UTC; a fraction is dropped.</summary>
    /// <param name="value">The instant; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? WholeUnixTime(DateTimeOffset? value) => value is { } present ? Of(present.ToUnixTimeSeconds()) : null;

    /// <summary><c>HTTP-date</c> of RFC 9110, section 5.6.7, such as <c>Sun, 06 Nov 1994 08:49:37 GMT</c>.</summary>
    /// <param name="value">The instant; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? HttpDate(DateTimeOffset? value) => value is { } present ? Dragoman.HttpDate.Format(present) : null;

    /// <summary>The number of seconds, with a fraction only where there is one.</summary>
    /// <param name="value">The duration; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Seconds(TimeSpan? value) => value is { } present ? Text(TimeNumber.Units(present.Ticks, TimeSpan.TicksPerSecond)) : null;

    /// <summary>The number of whole seconds; a fraction is dropped.</summary>
    /// <param name="value">The duration; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? WholeSeconds(TimeSpan? value) => value is { } present ? Of(present.Ticks / TimeSpan.TicksPerSecond) : null;

    /// <summary>The number of milliseconds, with a fraction only where there is one.</summary>
    /// <param name="value">The duration; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Milliseconds(TimeSpan? value) => value is { } present ? Text(TimeNumber.Units(present.Ticks, TimeSpan.TicksPerMillisecond)) : null;

    /// <summary>The number of whole milliseconds; a fraction is dropped.</summary>
    /// <param name="value">The duration; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? WholeMilliseconds(TimeSpan? value) => value is { } present ? Of(present.Ticks / TimeSpan.TicksPerMillisecond) : null;

    /// <summary>Base64 for URLs (RFC 4648, section 5), without padding.</summary>
    /// <param name="value">The bytes; null for none.</param>
    /// <returns>The text; null for none.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Base64Url(byte[]? value) => value is null ? null : Convert.ToBase64String(value).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
