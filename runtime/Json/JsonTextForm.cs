namespace Dragoman;

/// <summary>The forms of texts that tell cases of a union apart. They are called after the methods of <see cref="JsonRead"/> that read them.</summary>
public enum JsonTextForm
{
    /// <summary>A UUID (RFC 9562).</summary>
    Guid,

    /// <summary>A URI reference (RFC 3986, section 4.1).</summary>
    Uri,

    /// <summary>A date and time (RFC 3339, section 5.6).</summary>
    DateTimeOffset,

    /// <summary>A date (RFC 3339, section 5.6).</summary>
    DateOnly,

    /// <summary>A time of day (RFC 3339, section 5.6).</summary>
    TimeOnly,

    /// <summary>A duration (RFC 3339, appendix A).</summary>
    TimeSpan,

    /// <summary>A date and time as HTTP writes it (RFC 9110, section 5.6.7).</summary>
    HttpDate,

    /// <summary>Bytes in base64 (RFC 4648, section 4).</summary>
    Bytes,

    /// <summary>Bytes in base64 for URLs (RFC 4648, section 5).</summary>
    Base64Url,

    /// <summary>A 32-bit integer.</summary>
    Int32Text,

    /// <summary>A 64-bit integer.</summary>
    Int64Text,

    /// <summary>A 64-bit integer without a sign.</summary>
    UInt64Text,

    /// <summary>A single-precision number.</summary>
    SingleText,

    /// <summary>A double-precision number.</summary>
    DoubleText,

    /// <summary>A decimal number.</summary>
    DecimalText,
}
