namespace Dragoman;

/// <summary>The two ways to put many JSON values into one body: a line for each, or a record separator before each (RFC 7464).</summary>
internal static class JsonLines
{
    /// <summary>RS, which stands before each text of a sequence, and never within JSON (RFC 7464, section 2.2).</summary>
    public const byte RecordSeparator = 0x1E;

    /// <summary>Whether a media type is that of a sequence: <c>application/json-seq</c>, or with the suffix <c>+json-seq</c> (RFC 8091).</summary>
    public static bool IsSequence(string mediaType)
    {
        string essence = mediaType.Split(';')[0].Trim();
        return essence.EndsWith("/json-seq", StringComparison.OrdinalIgnoreCase) || essence.EndsWith("+json-seq", StringComparison.OrdinalIgnoreCase);
    }
}
