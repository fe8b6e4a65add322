using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Dragoman.Generator.Tests.Hostile;

/// <summary>A document with marks such as <c>«DRG2006»</c> where a diagnostic has to point. What has no mark must pass without one, and all that is generated must compile.</summary>
internal static partial class MarkedSpec
{
    /// <summary>Generates and compiles the client of a document called Zoo, and of a catalog, if it has one.</summary>
    public static GeneratorRun AssertHolds(string document, string? catalog = null)
    {
        List<string> expected = [];
        string text = Read("zoo.yaml", $"openapi: 3.2.0\ninfo: {{ title: Zoo, version: '1' }}\n{document}", expected);
        string? errors = catalog is null ? null : Read("zoo.errors.yaml", $"catalog: 1\n{catalog}", expected);
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", text) { Errors = errors });

        Assert.Equal(expected.Order(StringComparer.Ordinal), run.Problems.Order(StringComparer.Ordinal));
        return run.AssertCompiles();
    }

    private static string Read(string file, string marked, List<string> expected)
    {
        StringBuilder text = new();
        int from = 0;
        foreach (Match mark in Mark().Matches(marked))
        {
            text.Append(marked, from, mark.Index - from);
            from = mark.Index + mark.Length;
            string before = text.ToString();
            int line = before.Count(static letter => letter == '\n') + 1;
            expected.Add(string.Create(CultureInfo.InvariantCulture, $"{file} {line}:{before.Length - before.LastIndexOf('\n')} {mark.Groups["id"].Value}"));
        }

        return text.Append(marked, from, marked.Length - from).ToString();
    }

    [GeneratedRegex("«(?<id>DRG[0-9]{4})»")]
    private static partial Regex Mark();
}
