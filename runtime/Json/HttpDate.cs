using System.Globalization;

namespace Dragoman;

/// <summary><c>HTTP-date</c> of RFC 9110, section 5.6.7 (before that RFC 7231): always in GMT and to the second.</summary>
internal static class HttpDate
{
    /// <summary>The form that is sent, and the two obsolete ones that have to be understood.</summary>
    private static readonly string[] s_forms = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "dddd, dd-MMM-yy HH:mm:ss 'GMT'", "ddd MMM d HH:mm:ss yyyy"];

    public static bool TryParse(string text, out DateTimeOffset value) =>
        DateTimeOffset.TryParseExact(text, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowInnerWhite, out value);

    public static string Format(DateTimeOffset value) => value.UtcDateTime.ToString(s_forms[0], CultureInfo.InvariantCulture);
}
