using System.Globalization;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>Times as JSON has them.</summary>
internal static class Timestamps
{
    /// <summary>RFC 3339 in UTC.</summary>
    public static string Utc(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
