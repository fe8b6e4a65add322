namespace Dragoman.Generator.Lowering;

/// <summary>Makes names of texts in which signs carry the meaning: <c>+1</c> and <c>-1</c>, <c>-name</c> for a descending order, <c>&gt;=</c>, <c>date&lt;</c>.</summary>
internal static class SignNames
{
    private static readonly Dictionary<char, string> s_names = new()
    {
        ['+'] = "Plus",
        ['-'] = "Minus",
        ['*'] = "Asterisk",
        ['/'] = "Slash",
        ['%'] = "Percent",
        ['='] = "Equal",
        ['<'] = "Less",
        ['>'] = "Greater",
        ['!'] = "Not",
        ['&'] = "And",
        ['|'] = "Or",
        ['~'] = "Tilde",
        ['^'] = "Caret",
        ['$'] = "Dollar",
        ['#'] = "Hash",
        ['@'] = "At",
        ['?'] = "Question",
        ['.'] = "Dot",
        [','] = "Comma",
        [':'] = "Colon",
        [';'] = "Semicolon",
        ['_'] = "Underscore",
        [' '] = "Space",
    };

    /// <summary>The name of a text that is nothing but signs; null for any other.</summary>
    public static string? Of(string text) => text.Length is > 0 and <= 4 && text.All(s_names.ContainsKey) ? string.Concat(text.Select(sign => s_names[sign])) : null;

    /// <summary>What stands for a comparison at the end of a text, as in <c>date&lt;</c> and <c>date&gt;=</c>; empty where there is none.</summary>
    public static string Suffix(string text)
    {
        string signs = new[] { "<=", ">=", "!=", "<", ">" }.FirstOrDefault(comparison => text.EndsWith(comparison, StringComparison.Ordinal)) ?? "";
        string name = text.Substring(0, text.Length - signs.Length);
        return name.Length > 0 && char.IsLetterOrDigit(name[name.Length - 1]) && name.IndexOfAny(['<', '>']) < 0 ? string.Concat(signs.Select(sign => s_names[sign])) : "";
    }

    /// <summary>What stands for a sign in front of a text; empty where there is none.</summary>
    public static string Prefix(string text) => text.Length > 1 && text[0] is '+' or '-' && char.IsLetterOrDigit(text[1]) ? s_names[text[0]] : "";
}
