using System.Text.RegularExpressions;

namespace Dragoman.Generator.Lowering;

/// <summary>What a document's title names: the service, without what the title says of the document.</summary>
internal static class TitleName
{
    private static readonly Regex s_aside = new(@"(?<=\S)(\s-\s|\s*[:+|(\u2013\u2014]).*$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private static readonly Regex s_possessive = new(@"['\u2019]s$", RegexOptions.CultureInvariant);

    /// <summary>Words that say that it is an API, and of what kind.</summary>
    private static readonly HashSet<string> s_common = new(StringComparer.OrdinalIgnoreCase) { "the", "official", "openapi", "rest", "api", "spec", "specification", "documentation", "docs", "reference" };

    /// <summary>The words that name the service; the whole title where it has none.</summary>
    public static string Of(string title)
    {
        IEnumerable<string> words = s_aside.Replace(title, "")
            .Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => s_possessive.Replace(word, ""))
            .Where(word => !s_common.Contains(word.Trim('.', ',')));
        string name = string.Join(" ", words);
        return Identifier.Words(name).Count > 0 ? name : title;
    }
}
