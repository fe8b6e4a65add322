using System.Reflection;
using System.Text.RegularExpressions;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Diagnostics;

public sealed partial class DescriptorsTests
{
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [.. typeof(Descriptors).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (DiagnosticDescriptor)field.GetValue(null)!)];

    [Fact]
    public void Every_id_is_used_once() => Assert.Equal(All.Select(descriptor => descriptor.Id).Distinct().Count(), All.Count);

    [Fact]
    public void Every_descriptor_is_in_the_release_notes_with_its_severity_and_title()
    {
        IEnumerable<string> listed = ReleaseRow().Matches(File.ReadAllText(Repository.PathOf("generator/AnalyzerReleases.Unshipped.md")))
            .Concat(ReleaseRow().Matches(File.ReadAllText(Repository.PathOf("generator/AnalyzerReleases.Shipped.md"))))
            .Select(row => $"{row.Groups[1].Value} {row.Groups[2].Value} {row.Groups[3].Value.Trim()}");

        Assert.Equal(All.Select(descriptor => $"{descriptor.Id} {descriptor.DefaultSeverity} {descriptor.Title}").Order(), listed.Order());
    }

    [Fact]
    public void Every_descriptor_links_to_its_page() =>
        Assert.All(All, descriptor => Assert.EndsWith($"/{descriptor.Id}", descriptor.HelpLinkUri, StringComparison.Ordinal));

    [GeneratedRegex(@"^(DRG\d{4}) \| Dragoman \| (\w+) \| (.+)$", RegexOptions.Multiline)]
    private static partial Regex ReleaseRow();
}
