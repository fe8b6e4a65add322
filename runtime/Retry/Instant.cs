using System.Globalization;
using System.Text;

namespace Dragoman;

/// <summary>An instant as services write it into error bodies.</summary>
internal static class Instant
{
    /// <summary>The last second of the year 9999, behind which <see cref="DateTimeOffset"/> has no instants.</summary>
    private const double LastSecond = 253402300799;

    /// <summary>A text of RFC 3339, or the seconds since 1970-01-01T00:00:00Z; <see langword="null"/> for anything else.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds)
            ? seconds is >= 0 and <= LastSecond ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null
            : text is not null && Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out DateTimeOffset instant) ? instant : null;
}
