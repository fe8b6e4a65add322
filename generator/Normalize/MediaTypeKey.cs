using System.Text.RegularExpressions;

namespace Dragoman.Generator.Normalize;

/// <summary>A key of OpenAPI's Content maps: a media type or a range of them, as in <c>application/json; charset=utf-8</c> and <c>text/*</c> (RFC 9110, 8.3.1 and 12.5.1).</summary>
internal static class MediaTypeKey
{
    private const string Token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    private static readonly Regex s_form = new($@"\A{Token}/{Token}([ \t]*;[ \t]*({Token}=({Token}|""([^""\\\p{{Cc}}]|\\[^\p{{Cc}}])*""))?)*[ \t]*\z", RegexOptions.CultureInvariant);

    /// <summary>None of them is registered but the sequence and geo+json-seq; all of them are in use.</summary>
    private static readonly string[] s_lines = ["application/jsonl", "application/x-jsonl", "application/jsonlines", "application/x-jsonlines", "application/json-lines", "application/ndjson", "application/x-ndjson", "application/json-seq", "application/stream+json", "application/x-json-stream"];

    /// <summary>The media type without parameters.</summary>
    public static string WithoutParameters(string key) => key.Split(';')[0].Trim();

    /// <summary>The media type without parameters, in lower case, since its case says nothing (RFC 9110, 8.3.1).</summary>
    public static string Essence(string key) => WithoutParameters(key).ToLowerInvariant();

    /// <summary>True for a stream of server-sent events (WHATWG HTML, section 9.2).</summary>
    public static bool IsEventStream(string key) => Essence(key) == "text/event-stream";

    /// <summary>True for a body of JSON values that are read one by one: each on its line, or each after a record separator (RFC 7464).</summary>
    public static bool IsJsonLines(string key)
    {
        string essence = Essence(key);
        return s_lines.Contains(essence) || essence.EndsWith("+json-seq", StringComparison.Ordinal);
    }

    /// <summary>True for a media type, and for several with commas between them, as some documents write them.</summary>
    public static bool IsValid(string key) => s_form.IsMatch(key) || key.Split(',').All(part => s_form.IsMatch(part.Trim()));

    /// <summary>The first of several media types; one by itself as it is.</summary>
    public static string First(string key) => s_form.IsMatch(key) ? key : key.Split(',')[0].Trim();
}
