using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dragoman.Generator.Emit;

/// <summary>
/// Makes a text of a document fit into an XML documentation comment: XML-escaped, and free of everything that could end the
/// comment (C# lines end at LF, CR, U+0085, U+2028 and U+2029), deceive its reader (bidirectional controls) or break XML 1.0.
/// </summary>
internal static class DocText
{
    /// <summary>Longer texts are cut: a comment is read in a tooltip.</summary>
    private const int MaxLength = 4096;

    private static readonly string[] s_lineEnds = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"];

    /// <summary>Code in Markdown, the syntax of OpenAPI's descriptions.</summary>
    private static readonly Regex s_code = new("`([^`]+)`", RegexOptions.CultureInvariant);

    /// <summary>The lines of a text, each safe after <c>///</c>, without empty ones at both ends.</summary>
    public static IReadOnlyList<CodeText> Lines(string text)
    {
        string bounded = text.Length > MaxLength ? text.Substring(0, MaxLength).TrimEnd() + " …" : text;
        return bounded.Split(s_lineEnds, StringSplitOptions.None)
            .Select(CodeText.Doc)
            .SkipWhile(line => line.IsEmpty)
            .Reverse().SkipWhile(line => line.IsEmpty).Reverse()
            .ToList();
    }

    /// <summary>A text of the wire as code; one that cannot be seen is shown as a literal.</summary>
    public static CodeText Code(string text)
    {
        CodeText shown = CodeText.Doc(text);
        return CodeText.Of($"<c>{(shown.IsEmpty ? CodeText.Doc(CodeText.Literal(text).ToString()) : shown)}</c>");
    }

    /// <summary>A name of the wire as code; nothing where the C# name differs in case and separators alone, and so says it already.</summary>
    public static CodeText WireName(string wireName, string name) => string.Equals(WithoutSeparators(wireName), WithoutSeparators(name), StringComparison.OrdinalIgnoreCase) ? CodeText.Empty : Code(wireName);

    /// <summary>The paragraphs of a text, which Markdown separates by empty lines; each of at least one line.</summary>
    public static IEnumerable<IReadOnlyList<CodeText>> Paragraphs(string text)
    {
        List<CodeText> paragraph = [];
        foreach (CodeText line in Lines(text))
        {
            if (!line.IsEmpty)
            {
                paragraph.Add(line);
            }
            else if (paragraph.Count > 0)
            {
                yield return paragraph;
                paragraph = [];
            }
        }

        if (paragraph.Count > 0)
        {
            yield return paragraph;
        }
    }

    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length);
        foreach (char c in text)
        {
            switch (c)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                default:
                    escaped.Append(IsSafe(c) ? c : ' ');
                    break;
            }
        }

        return s_code.Replace(escaped.ToString().Trim(), "<c>$1</c>");
    }

    private static string WithoutSeparators(string name) => string.Concat(name.Where(c => c is not ('_' or '-' or '.' or ' ')));

    private static bool IsSafe(char c) => c is not ('\uFFFE' or '\uFFFF') && CharUnicodeInfo.GetUnicodeCategory(c) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
