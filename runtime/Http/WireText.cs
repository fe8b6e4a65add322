using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Dragoman;

/// <summary>Values as text in paths, queries and headers: the same in every culture, not yet percent-encoded. What may be absent has an overload that turns <see langword="null"/> into <see langword="null"/>.</summary>
public static partial class WireText
{
    /// <summary><c>true</c> or <c>false</c>.</summary>
    /// <param name="value">The boolean.</param>
    /// <returns>The text.</returns>
    public static string Of(bool value) => value ? "true" : "false";

    /// <inheritdoc cref="Of(bool)"/>
    public static string? Of(bool? value) => value is bool present ? Of(present) : null;

    /// <summary>Decimal digits, a minus sign in front of a negative number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Of(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(int)"/>
    public static string? Of(int? value) => value is int present ? Of(present) : null;

    /// <inheritdoc cref="Of(int)"/>
    public static string Of(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(int)"/>
    public static string? Of(long? value) => value is long present ? Of(present) : null;

    /// <inheritdoc cref="Of(int)"/>
    public static string Of(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(int)"/>
    public static string? Of(ulong? value) => value is ulong present ? Of(present) : null;

    /// <summary>As many digits as tell the number from every other one, such as <c>0.1</c> or <c>1E+20</c>; <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Of(float value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(float)"/>
    public static string? Of(float? value) => value is float present ? Of(present) : null;

    /// <inheritdoc cref="Of(float)"/>
    public static string Of(double value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(float)"/>
    public static string? Of(double? value) => value is double present ? Of(present) : null;

    /// <summary>Every digit, zeros at the end included.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The text.</returns>
    public static string Of(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Of(decimal)"/>
    public static string? Of(decimal? value) => value is decimal present ? Of(present) : null;

    /// <summary>RFC 9562: lower-case hexadecimal digits in the groups 8-4-4-4-12.</summary>
    /// <param name="value">The UUID.</param>
    /// <returns>The text.</returns>
    public static string Of(Guid value) => value.ToString();

    /// <inheritdoc cref="Of(Guid)"/>
    public static string? Of(Guid? value) => value is Guid present ? Of(present) : null;

    /// <summary><c>date-time</c> of RFC 3339: <c>Z</c> for UTC, else the offset in numbers; fractions of a second only where there are any.</summary>
    /// <param name="value">The instant.</param>
    /// <returns>The text.</returns>
    public static string Of(DateTimeOffset value) => Rfc3339.Format(value);

    /// <inheritdoc cref="Of(DateTimeOffset)"/>
    public static string? Of(DateTimeOffset? value) => value is DateTimeOffset present ? Of(present) : null;

    /// <summary><c>full-date</c> of RFC 3339.</summary>
    /// <param name="value">The date.</param>
    /// <returns>The text.</returns>
    public static string Of(DateOnly value) => Rfc3339.Format(value);

    /// <inheritdoc cref="Of(DateOnly)"/>
    public static string? Of(DateOnly? value) => value is DateOnly present ? Of(present) : null;

    /// <summary><c>partial-time</c> of RFC 3339; fractions of a second only where there are any.</summary>
    /// <param name="value">The time of day.</param>
    /// <returns>The text.</returns>
    public static string Of(TimeOnly value) => Rfc3339.Format(value);

    /// <inheritdoc cref="Of(TimeOnly)"/>
    public static string? Of(TimeOnly? value) => value is TimeOnly present ? Of(present) : null;

    /// <summary>ISO 8601 (RFC 3339, appendix A): days of 24 hours, hours, minutes and seconds, such as <c>P1DT0.5S</c>.</summary>
    /// <param name="value">The duration.</param>
    /// <returns>The text.</returns>
    public static string Of(TimeSpan value) => IsoDuration.Format(value);

    /// <inheritdoc cref="Of(TimeSpan)"/>
    public static string? Of(TimeSpan? value) => value is TimeSpan present ? Of(present) : null;

    /// <summary>The text that the URI was made from.</summary>
    /// <param name="value">The URI, absolute or relative.</param>
    /// <returns>The text.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(Uri? value) => value?.OriginalString;

    /// <summary>Base64 (RFC 4648, section 4).</summary>
    /// <param name="value">The bytes.</param>
    /// <returns>The text.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(byte[]? value) => value is null ? null : Convert.ToBase64String(value);

    /// <summary>The text itself.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The text.</returns>
    [return: NotNullIfNotNull(nameof(value))]
    public static string? Of(string? value) => value;
}
