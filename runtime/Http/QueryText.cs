namespace Dragoman;

/// <summary>Writes a query (RFC 3986, section 3.4): names and values percent-encoded but for the unreserved characters.</summary>
internal static class QueryText
{
    public static string Append(string query, string name, string value) => AppendEncoded(query, name, Uri.EscapeDataString(value));

    public static string AppendEncoded(string query, string name, string encodedValue) => AppendEncoded(query, $"{Uri.EscapeDataString(name)}={encodedValue}");

    public static string AppendEncoded(string query, string encodedPairs) => query.Length == 0 ? encodedPairs : $"{query}&{encodedPairs}";
}
