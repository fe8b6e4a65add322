namespace Dragoman;

/// <summary>Finds the segments <c>.</c> and <c>..</c>, percent-encoded ones too: they would change the path (RFC 3986, sections 5.2.4 and 6.2.2).</summary>
internal static class DotSegment
{
    public static bool IsIn(string path) =>
        (path.StartsWith('.') || path.Contains("/.", StringComparison.Ordinal) || path.Contains("%2e", StringComparison.OrdinalIgnoreCase))
        && path.Split('/').Any(static segment => Uri.UnescapeDataString(segment) is "." or "..");
}
