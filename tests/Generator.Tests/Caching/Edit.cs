using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>What a run did again of what the run before it had done already.</summary>
internal sealed class Edit(GeneratorRun before, GeneratorRun after)
{
    private const string Suffix = ".g.cs";

    /// <summary>How many clients were parsed; one that came out equal to what it was (Unchanged) was parsed as well.</summary>
    public int Parses => after.Steps["Clients"].Count(reason => reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Removed));

    /// <summary>The types whose files were written again, whatever is in them: a file that was kept is the same object as before.</summary>
    public IReadOnlyList<string> Written
    {
        get
        {
            Dictionary<string, object> known = Texts(before).ToDictionary(source => source.HintName, source => source.Text);
            return
            [
                .. Texts(after)
                    .Where(source => !known.TryGetValue(source.HintName, out object? text) || !ReferenceEquals(text, source.Text))
                    .Select(source => source.HintName[..^Suffix.Length])
                    .Order(StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Why the outputs of a step are as they are, each reason once.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) => [.. after.Steps[step].Distinct()];

    /// <summary>Fails unless every file and diagnostic was kept, and nothing was parsed.</summary>
    public void AssertNothingDone()
    {
        Assert.Equal(0, Parses);
        AssertNothingWritten();
        Assert.All(after.SourceOutputs, reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    /// <summary>Fails unless every file was kept; what is reported may be new.</summary>
    public void AssertNothingWritten()
    {
        Assert.NotEmpty(Texts(before));
        Assert.Equal(Texts(before).Count(), Texts(after).Count());
        Assert.Empty(Written);
    }

    private static IEnumerable<(string HintName, object Text)> Texts(GeneratorRun run) =>
        run.Result.Results.SelectMany(generator => generator.GeneratedSources).Select(source => (source.HintName, (object)source.SourceText));
}
