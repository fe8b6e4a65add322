using System.Text.RegularExpressions;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator;

/// <summary>Finds the files that one document may refer to, so that an edit of any other file does not parse it again.</summary>
internal static class ClientParts
{
    private static readonly Regex s_uri = new("""\$(self|id)["']?\s*:\s*["']?([^\s"',}#]*[/:])?(?<end>[^\s"',}#/:]+)""", RegexOptions.CultureInvariant);

    /// <summary>The files that are named in the document, or in one that it names; a file may be among them that no $ref leads to.</summary>
    public static EquatableArray<SourceFile> Of(SourceFile document, IEnumerable<SourceFile> files)
    {
        List<SourceFile> others = [.. files.Where(file => file.Path != document.Path)];
        List<SourceFile> found = [];
        Queue<SourceFile> unread = new([document]);
        while (unread.Count > 0 && others.Count > 0)
        {
            string text = unread.Dequeue().Text;
            foreach (SourceFile file in others.Where(file => IsNamed(file, text)).ToList())
            {
                others.Remove(file);
                unread.Enqueue(file);
                found.Add(file with { PartName = FilePath.Relative(document.Path, file.Path) });
            }
        }

        return found.OrderBy(file => file.Path, StringComparer.Ordinal).ToEquatableArray();
    }

    /// <summary>True where a text has the name of a file, or the end of the URI that the file gives to itself.</summary>
    private static bool IsNamed(SourceFile file, string text) =>
        IsNamed(Path.GetFileName(file.Path), text)
        || ((file.Text.Contains("$self") || file.Text.Contains("$id")) && s_uri.Match(file.Text) is { Success: true } uri && IsNamed(uri.Groups["end"].Value, text));

    private static bool IsNamed(string name, string text) =>
        text.IndexOf(name, StringComparison.Ordinal) >= 0 || text.IndexOf(Uri.EscapeDataString(name), StringComparison.Ordinal) >= 0;
}
