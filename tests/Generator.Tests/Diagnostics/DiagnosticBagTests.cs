using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Diagnostics;

public sealed class DiagnosticBagTests
{
    private static readonly SourceFile s_file = new("spec.yaml", "");

    [Fact]
    public void The_same_problem_at_the_same_place_is_one()
    {
        DiagnosticBag bag = new();
        bag.Report(Descriptors.Tag, s_file, At(3), "!x");
        bag.Report(Descriptors.Tag, s_file, At(3), "!x");
        bag.Report(Descriptors.Tag, s_file, At(4), "!x");

        Assert.Equal([3, 4], bag.ToArray(s_file).Select(problem => problem.Span.StartLine));
    }

    [Fact]
    public void Fifty_problems_of_a_kind_are_shown_and_the_rest_is_counted()
    {
        DiagnosticBag bag = new();
        for (int line = 0; line < 53; line++)
        {
            bag.Report(Descriptors.Tag, s_file, At(line), "!x");
        }

        bag.Report(Descriptors.UnknownAlias, s_file, At(60), "a");
        IReadOnlyList<DiagnosticInfo> problems = [.. bag.ToArray(s_file)];

        Assert.Equal(50, problems.Count(problem => problem.Descriptor.Id == "DRG1007"));
        Assert.Single(problems, problem => problem.Descriptor.Id == "DRG1006");
        Assert.Equal("3 more of DRG1007 are not shown", Assert.Single(problems, problem => problem.Descriptor.Id == "DRG1010").ToDiagnostic().GetMessage(null));
    }

    /// <summary>Information beyond the limit may not fail a build that counts warnings as errors.</summary>
    [Theory]
    [InlineData("DRG1007", DiagnosticSeverity.Error)]
    [InlineData("DRG2102", DiagnosticSeverity.Warning)]
    [InlineData("DRG2107", DiagnosticSeverity.Info)]
    public void The_rest_is_as_severe_as_what_it_counts(string id, DiagnosticSeverity severity)
    {
        DiagnosticBag bag = new();
        for (int line = 0; line < 51; line++)
        {
            bag.Report(DescriptorsTests.All.Single(descriptor => descriptor.Id == id), s_file, At(line), "a", "b", "c");
        }

        Diagnostic rest = Assert.Single(bag.ToArray(s_file), problem => problem.Descriptor.Id == "DRG1010").ToDiagnostic();

        Assert.Equal(severity, rest.Severity);
    }

    [Fact]
    public void Equal_problems_are_equal_so_that_the_pipeline_stops_there()
    {
        DiagnosticBag first = new();
        DiagnosticBag second = new();
        first.Report(Descriptors.Tag, s_file, At(3), "!x");
        second.Report(Descriptors.Tag, s_file, At(3), "!x");

        Assert.Equal(first.ToArray(s_file), second.ToArray(s_file));
    }

    private static SourceSpan At(int line) => new(0, 0, line, 0, line, 0);
}
