using System.Text.RegularExpressions;

namespace Dragoman.Generator.Text;

internal static class BlankLines
{
    private static readonly Regex s_blank = new(@"^[ \t]+(?=\r?$)", RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>The text with lines of nothing but spaces and tabs emptied; line numbers stay.</summary>
    public static string Empty(string text) => s_blank.Replace(text, "");
}
