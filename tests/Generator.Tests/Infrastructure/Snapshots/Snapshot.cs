using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Infrastructure.Snapshots;

/// <summary>
/// Compares generated files with those that were reviewed and checked in beside the test. Names and contents are those of
/// Verify.SourceGenerators, which can take the place of this class.
/// </summary>
internal static class Snapshot
{
    /// <summary>Set to 1, what is generated becomes what is verified: look at the difference before it is committed.</summary>
    private const string AcceptVariable = "DRAGOMAN_ACCEPT_SNAPSHOTS";

    public static void Verify(GeneratorDriverRunResult result, [CallerFilePath] string callerFile = "", [CallerMemberName] string test = "")
    {
        foreach (Exception exception in result.Results.Select(generator => generator.Exception).OfType<Exception>())
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        Verify(result.Results.SelectMany(generator => generator.GeneratedSources).Select(source => (source.HintName, source.SourceText.ToString())), callerFile, test);
    }

    public static void Verify(IEnumerable<(string HintName, string Text)> sources, [CallerFilePath] string callerFile = "", [CallerMemberName] string test = "")
    {
        SnapshotFiles files = new(Repository.FolderOf(callerFile), $"{Path.GetFileNameWithoutExtension(callerFile)}.{test}");
        bool isAccepted = Environment.GetEnvironmentVariable(AcceptVariable) == "1";
        IReadOnlyList<string> problems = files.Compare(sources, isAccepted);
        Assert.True(problems.Count == 0, string.Join("\n\n", problems));
    }
}
