using Dragoman.Generator.Tests.Diagnostics;

namespace Dragoman.Generator.Tests.Refused;

public sealed class RefusedSpecTests
{
    /// <summary>Diagnostics that no single file of this folder can show, and why.</summary>
    private static readonly Dictionary<string, string> s_withoutFile = new()
    {
        ["DRG1010"] = "counts others: DiagnosticBagTests",
        ["DRG2017"] = "a document that is normalized and yet cannot be read is a mistake of ours",
        ["DRG2201"] = "follows from another diagnostic: its page has the example",
        ["DRG4001"] = "said of the project's settings: SettingsTests",
        ["DRG4002"] = "said of the project's settings: SettingsTests",
        ["DRG4003"] = "said of the project's references: SettingsTests",
        ["DRG4005"] = "said of the project's settings: SelectionTests",
        ["DRG4004"] = "said of two documents: SettingsTests",
        ["DRG4006"] = "said of two documents: SharedNamespaceTests",
        ["DRG9001"] = "a mistake of ours",
    };

    public static TheoryData<string> Files { get; } = [.. RefusedSpec.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_refused_spec_has_one_problem_at_its_place(string file)
    {
        RefusedSpec spec = RefusedSpec.Read(file);

        Assert.Equal([spec.Problem], spec.Run().Problems);
    }

    [Fact]
    public void Every_diagnostic_is_shown_by_a_file()
    {
        IEnumerable<string> shown = RefusedSpec.Files.Select(file => RefusedSpec.Read(file).Id).Concat(s_withoutFile.Keys);

        Assert.Equal(DescriptorsTests.All.Select(descriptor => descriptor.Id).Order(), shown.Distinct().Order());
    }

    [Fact]
    public void A_diagnostic_with_a_file_needs_no_reason() =>
        Assert.Empty(RefusedSpec.Files.Select(file => RefusedSpec.Read(file).Id).Intersect(s_withoutFile.Keys));
}
