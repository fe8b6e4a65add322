using System.Globalization;
using System.Text.RegularExpressions;

namespace Dragoman.Corpus.Tests;

/// <summary>Whether the generated files depend on anything but what the document says.</summary>
internal static partial class SameFilesCheck
{
    /// <summary>Turkish has other upper and lower cases for i, and a comma in numbers.</summary>
    public static IEnumerable<string> Again(GeneratedDocument document) => Differences(document, document.Again(CultureInfo.GetCultureInfo("tr-TR")), Lines);

    /// <summary>JSON as YAML, and YAML as JSON.</summary>
    public static IEnumerable<string> Twin(GeneratedDocument document)
    {
        if (document.Tree is not { } tree)
        {
            return [];
        }

        bool isYaml = Path.GetExtension(document.Name) is ".yaml" or ".yml";
        return Differences(document, document.Generate(isYaml ? DocumentTree.ToJson(tree) : YamlTree.Write(tree)), Lines);
    }

    /// <summary>
    /// Members in another order. The order of properties and paths is meant to show in records and clients, so the lines of files are compared
    /// as bags: every statement, declaration and description must be there as often as before. Numbers may count members; where a line lists
    /// names, their words are compared.
    /// </summary>
    public static IEnumerable<string> Shuffled(GeneratedDocument document) => document.Tree is { } tree
        ? Differences(document, document.Generate(DocumentTree.ToJson(DocumentTree.Shuffled(tree, new Random(document.Text.Length))!)), SortedLines)
        : [];

    private static IEnumerable<string> Differences(GeneratedDocument document, GeneratorRun other, Func<string, string[]> lines)
    {
        IReadOnlyDictionary<string, string> expected = document.Run.Sources;
        IReadOnlyDictionary<string, string> actual = other.Sources;
        return
        [
            .. expected.Keys.Except(actual.Keys).Select(file => $"{file} is missing"),
            .. actual.Keys.Except(expected.Keys).Select(file => $"{file} is new"),
            .. expected.Where(file => actual.TryGetValue(file.Key, out string? text) && text != file.Value)
                .Select(file => (file.Key, Difference: Difference(lines(file.Value), lines(actual[file.Key]))))
                .Where(file => file.Difference is not null)
                .Select(file => $"{file.Key}: {file.Difference}"),
        ];
    }

    private static string? Difference(string[] expected, string[] actual)
    {
        int line = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return line == expected.Length && line == actual.Length ? null
            : $"'{expected.ElementAtOrDefault(line)?.Trim()}' became '{actual.ElementAtOrDefault(line)?.Trim()}'";
    }

    private static string[] Lines(string text) => text.Split('\n');

    private static string[] SortedLines(string text) =>
    [
        .. Lines(Number().Replace(text, "0"))
            .Select(line => line.Trim(' ', ',', ';'))
            .Where(line => line.Length > 0)
            .SelectMany(line => NameList().IsMatch(line) ? Word().Matches(line).Select(word => word.Value) : [line])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The members of a record or of a case, what a record with secrets prints, the variables of a server, and lists of other names.</summary>
    [GeneratedRegex("""s_members = new\(|^\[?"[^"]*"($|[,\])])|^\[\]|JsonCase\.Object\(|ClientOptions\(|builder\.Append\(|\["[^"]*", """)]
    private static partial Regex NameList();

    [GeneratedRegex("[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex("(?<![A-Za-z0-9_])[0-9]+(?![A-Za-z0-9_])")]
    private static partial Regex Number();
}
