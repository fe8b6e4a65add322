using System.Globalization;
using System.Text.RegularExpressions;

namespace Dragoman.Generator.Normalize;

/// <summary>The templates of OpenAPI's Paths Object: <c>/agents/{code}</c>.</summary>
internal static class PathTemplate
{
    private static readonly Regex s_expression = new(@"\{([^{}]*)\}", RegexOptions.CultureInvariant);

    /// <summary>The names in braces, in order of appearance.</summary>
    public static IReadOnlyList<string> Names(string path) => s_expression.Matches(path).Cast<Match>().Select(match => match.Groups[1].Value).ToList();

    /// <summary>Why a path cannot be part of a request's URL (RFC 3986, 3.3); null where it can.</summary>
    public static string? Problem(string path)
    {
        if (!path.StartsWith("/", StringComparison.Ordinal))
        {
            return "a path starts with '/'";
        }

        if (path.StartsWith("//", StringComparison.Ordinal))
        {
            return "a path that starts with '//' names a host";
        }

        string literal = s_expression.Replace(path, "");
        if (literal.IndexOfAny(['{', '}']) >= 0)
        {
            return "its braces are not paired";
        }

        if (literal.Any(IsForbidden))
        {
            return "it has a character that a URL cannot have";
        }

        if (path.Split('/').Any(segment => Uri.UnescapeDataString(segment) is "." or ".."))
        {
            return "'.' and '..' segments change the path";
        }

        if (path.Contains("}{"))
        {
            return "two parameters in it have nothing between them";
        }

        IReadOnlyList<string> names = Names(path);
        return names.Any(name => name.Length == 0) ? "a parameter in braces has no name"
            : names.Distinct(StringComparer.Ordinal).Count() != names.Count ? "a parameter is in it twice"
            : null;
    }

    /// <summary>What a URL cannot have, what would end its path early, and what cannot be seen. A space and letters beyond ASCII are percent-encoded when sent.</summary>
    private static bool IsForbidden(char c) =>
        c is '"' or '\\' or '<' or '>' or '^' or '`' or '|' or '#'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
