using System.Text.RegularExpressions;

namespace Dragoman.Generator.Normalize;

/// <summary>A key of OpenAPI's Content maps: a media type or a range of them, as in <c>application/json; charset=utf-8</c> and <c>text/*</c> (RFC 9110, 8.3.1 and 12.5.1).</summary>
internal static class MediaTypeKey
{
    private const string Token = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";

    private static readonly Regex s_form = new($@"\A{Token}/{Token}([ \t]*;[ \t]*({Token}=({Token}|""([^""\\\p{{Cc}}]|\\[^\p{{Cc}}])*""))?)*[ \t]*\z", RegexOptions.CultureInvariant);

    /// <summary>True for a stream of server-sent events (WHATWG HTML, section 9.2).</summary>
    public static bool IsEventStream(string key) => key.Split(';')[0].Trim().Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);

    public static bool IsValid(string key) => s_form.IsMatch(key);
}
