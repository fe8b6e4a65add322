using System.Globalization;
using Dragoman.Generator.Tests.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>Every diagnostic has a page, and what the page prints is what the compiler prints.</summary>
public sealed class DiagnosticPageTests
{
    /// <summary>Pages whose example is no text that can be run on its own, and why.</summary>
    private static readonly Dictionary<string, string> s_withoutExample = new()
    {
        ["DRG1010"] = "counts many others",
        ["DRG2017"] = "a mistake of ours",
        ["DRG4003"] = "said of the project's references",
        ["DRG9001"] = "a mistake of ours",
    };

    public static TheoryData<string> Ids { get; } = [.. DescriptorsTests.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> Examples { get; } = [.. DiagnosticPage.Ids.Except(s_withoutExample.Keys)];

    [Fact]
    public void Every_diagnostic_has_a_page_and_every_page_a_diagnostic() =>
        Assert.Equal(DescriptorsTests.All.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal), DiagnosticPage.Ids);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_starts_with_the_id_the_title_and_the_severity(string id)
    {
        DiagnosticDescriptor descriptor = Descriptor(id);

        Assert.StartsWith($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}\n\n{descriptor.DefaultSeverity}. ", DiagnosticPage.Read(id).Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_help_link_ends_with_the_id(string id) =>
        Assert.Equal(id, new Uri(Descriptor(id).HelpLinkUri).Segments[^1]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_page_shows_a_line_of_its_diagnostic(string id) =>
        Assert.Single(DiagnosticPage.Read(id).Printed, line => line.Contains($": {Descriptor(id).DefaultSeverity.ToString().ToLowerInvariant()} {id}: ", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_a_page_prints_is_what_is_printed(string id)
    {
        DiagnosticPage page = DiagnosticPage.Read(id);

        Assert.Equal(page.Printed, page.Print());
    }

    [Fact]
    public void A_page_with_an_example_needs_no_reason() =>
        Assert.All(s_withoutExample.Keys, id => Assert.False(DiagnosticPage.Read(id).HasExample));

    [Fact]
    public void The_list_has_every_diagnostic_with_its_severity_and_title()
    {
        IEnumerable<string> rows = DescriptorsTests.All.Select(descriptor => $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.DefaultSeverity} | {descriptor.Title} |");

        Assert.Equal(rows, MarkdownPage.Read("docs/diagnostics/README.md").Text.Split('\n').Where(line => line.StartsWith("| [", StringComparison.Ordinal)));
    }

    private static DiagnosticDescriptor Descriptor(string id) => DescriptorsTests.All.Single(descriptor => descriptor.Id == id);
}
