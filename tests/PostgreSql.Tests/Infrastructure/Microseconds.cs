namespace Dragoman.PostgreSql.Tests;

/// <summary>Times as the database keeps them.</summary>
internal static class Microseconds
{
    /// <summary>Since 1970.</summary>
    public static long Now => (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
