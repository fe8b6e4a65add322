using System.Text.RegularExpressions;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>A page of the repository's documents, as far as tests read it.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string text) => Text = text;

    public string Text { get; }

    public string Title => Heading().Match(Text).Groups[1].Value;

    /// <summary>What its links point to.</summary>
    public IEnumerable<string> Links => Link().Matches(Text).Select(link => link.Groups[1].Value);

    public static MarkdownPage Read(string path) =>
        new(File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n"));

    /// <summary>The block of code behind a comment that readers do not see: <c>&lt;!-- compiled --&gt;</c>.</summary>
    public string BlockAfter(string comment) => Assert.Single(BlocksAfter(comment));

    /// <summary>The blocks of code behind a comment.</summary>
    public IReadOnlyList<string> BlocksAfter(string comment) =>
        [.. Block().Matches(Text).Where(block => block.Groups["comment"].Value == comment).Select(block => block.Groups["code"].Value)];

    /// <summary>The blocks of code in a language, with the comments before them.</summary>
    public IReadOnlyList<CodeBlock> CodeBlocks(string language) =>
        [.. Block().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(BlockOf)];

    /// <summary>The blocks of code in a language.</summary>
    public IReadOnlyList<string> Blocks(string language) =>
        [.. Block().Matches(Text).Where(block => block.Groups["language"].Value == language).Select(block => block.Groups["code"].Value)];

    /// <summary>The names in the first column of the table below a heading, without their backticks.</summary>
    public IReadOnlyList<string> NamesBelow(string heading) => [.. RowsBelow(heading).Select(row => row[0])];

    /// <summary>The rows of the table below a heading that start with a name: all names in backticks of each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> RowsBelow(string heading)
    {
        string section = Assert.Single(Text.Split("\n## "), section => section.StartsWith($"{heading}\n", StringComparison.Ordinal));
        return [.. section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => (IReadOnlyList<string>)[.. Name().Matches(line).Select(name => name.Groups[1].Value)])];
    }

    private CodeBlock BlockOf(Match block) => new(block.Groups["comment"].Value, block.Groups["code"].Value, Text.AsSpan(0, block.Groups["code"].Index).Count('\n') + 1);

    [GeneratedRegex(@"\A# (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?:^<!-- (?<comment>[^\n]+) -->\n)?^```(?<language>[a-z]*)\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
