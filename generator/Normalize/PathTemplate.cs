using System.Globalization;
using System.Text.RegularExpressions;

namespace Dragoman.Generator.Normalize;

/// <summary>The templates of OpenAPI's Paths Object: <c>/agents/{code}</c>.</summary>
internal static class PathTemplate
{
    private static readonly Regex s_expression = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);
    private static readonly Regex s_query = new(@"\{[?&#][^{}]*\}", RegexOptions.CultureInvariant);
    private static readonly Regex s_colon = new("/:([^/?#{}]+)", RegexOptions.CultureInvariant);
    private static readonly Regex s_fragment = new(@"#(?![^{}]*\}).*\z", RegexOptions.CultureInvariant | RegexOptions.Singleline);
    private static readonly Regex s_unsafe = new(@"(\{[^{}]*\})|[""\\<>^`|]", RegexOptions.CultureInvariant);

    /// <summary>The names in braces, in order of appearance and each once.</summary>
    public static IReadOnlyList<string> Names(string path) =>
        s_expression.Matches(path).Cast<Match>().Select(match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).ToList();

    /// <summary>A key of the Paths Object with the slash that it has to start with (OpenAPI 3.1, 4.8.8.1).</summary>
    public static string Rooted(string key) => key.StartsWith("/", StringComparison.Ordinal) ? key : $"/{key}";

    /// <summary>
    /// The template as it is sent. Expressions of the query and of a fragment (RFC 6570, section 2.2) are left out: the parameters themselves are sent. A fragment is left out, which clients do not send (RFC 9110, 7.1) and which documents write to tell
    /// operations apart; of a query, what the operation has parameters for; other characters that a URL cannot have are percent-encoded.
    /// </summary>
    /// <param name="key">The key in the Paths Object.</param>
    /// <param name="queryParameters">The names of the operation's parameters in the query.</param>
    public static string Sent(string key, IReadOnlyCollection<string> queryParameters)
    {
        string sent = s_unsafe.Replace(s_fragment.Replace(s_query.Replace(Rooted(key), ""), ""), match => match.Groups[1].Success ? match.Value : Uri.EscapeDataString(match.Value));
        int question = sent.IndexOf('?');
        if (question < 0)
        {
            return sent;
        }

        IEnumerable<string> kept = sent.Substring(question + 1).Split('&').Where(pair => !queryParameters.Contains(Uri.UnescapeDataString(pair.Split('=')[0])));
        string query = string.Join("&", kept.Where(pair => pair.Length > 0));
        return query.Length == 0 ? sent.Substring(0, question) : $"{sent.Substring(0, question)}?{query}";
    }

    /// <summary>
    /// The template with the names of its parameters alone: some documents write the expressions of RFC 6570, such as <c>{;id*}</c>, although the
    /// parameter says the same by its style, and some those of their router: <c>{proxy+}</c>, <c>{name=projects/*}</c>, <c>{id:int}</c>, <c>:id</c>.
    /// </summary>
    /// <param name="template">The template.</param>
    /// <param name="parameters">The names of the parameters.</param>
    public static string Plain(string template, IReadOnlyCollection<string> parameters) => s_expression.Replace(Braced(template, parameters), match =>
    {
        string name = NameIn(match.Groups[1].Value);
        return parameters.Contains(match.Groups[1].Value) || !parameters.Contains(name) ? match.Value : $"{{{name}}}";
    });

    /// <summary>The template with braces around the parameters that are written as in routers of Express: <c>/users/:id</c>.</summary>
    private static string Braced(string template, IReadOnlyCollection<string> parameters) => s_colon.Replace(template, match =>
        parameters.Contains(match.Groups[1].Value) && !Names(template).Contains(match.Groups[1].Value) ? $"/{{{match.Groups[1].Value}}}" : match.Value);

    /// <summary>True where a template asks for reserved characters to stay (RFC 6570, section 3.2.3), or where a router takes several segments for one parameter.</summary>
    public static bool IsReserved(string template, string parameter) => s_expression.Matches(template).Cast<Match>()
        .Select(match => match.Groups[1].Value)
        .Any(expression => expression != parameter && NameIn(expression) == parameter && IsOfSegments(expression));

    /// <summary>An operator, <c>{proxy+}</c>, <c>{name=projects/*}</c> or <c>{path:.*}</c>; not <c>{name=*}</c> and <c>{id:int}</c>, which are one segment.</summary>
    private static bool IsOfSegments(string expression)
    {
        int rule = expression.IndexOfAny(['=', ':']);
        string name = rule < 0 ? expression : expression.Substring(0, rule);
        string pattern = rule < 0 ? "" : expression.Substring(rule + 1).Trim();
        return name.Length > 0 && (name[0] is '+' or '*' || name[name.Length - 1] == '+' || pattern is "**" or ".*" or ".+" || (expression[rule < 0 ? 0 : rule] == '=' && pattern.Contains('/')));
    }

    /// <summary>The name of an expression without its operators, modifiers and rules.</summary>
    private static string NameIn(string expression) => expression.Split('=', ':')[0].TrimStart('.', ';', '+', '*').TrimEnd('*', '+', '?');

    /// <summary>Why a path cannot be part of a request's URL (RFC 3986, 3.3); null where it can.</summary>
    public static string? Problem(string key)
    {
        string path = s_fragment.Replace(Rooted(key), "");
        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return "a path that starts with '//' names a host";
        }

        string literal = s_expression.Replace(path, "");
        return literal.IndexOfAny(['{', '}']) >= 0 ? "its braces are not paired"
            : literal.Any(IsForbidden) ? "it has a character that a URL cannot have"
            : path.Split('?')[0].Split('/', '\\').Any(segment => Uri.UnescapeDataString(segment) is "." or "..") ? "'.' and '..' segments change the path"
            : Names(path).Any(name => name.Length == 0) ? "a parameter in braces has no name"
            : null;
    }

    /// <summary>What cannot be seen, and so not be meant.</summary>
    private static bool IsForbidden(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
