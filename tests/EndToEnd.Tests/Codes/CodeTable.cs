using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.EndToEnd.Tests.Services;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>What each failure of the references must become; written by hand, so that catalogs, generator and runtime have one measure.</summary>
internal static class CodeTable
{
    private static readonly Dictionary<string, IReadOnlyList<CodeCase>> s_byFolder = new()
    {
        ["bithuman"] = BitHumanCodes.All,
        ["bithuman-gpu"] = AvatarContainerFailures.All,
        ["foilengine"] = FoilEngineFailures.All,
        ["interhuman"] = InterhumanCodes.All,
        ["webmcp"] = WebMcpCodes.All,
    };

    public static IEnumerable<string> Folders => s_byFolder.Keys;

    /// <summary>The failures that come as the answer to a call, as theory data: service and name, which a test report can show.</summary>
    public static TheoryData<string, string> Answers => Where(static (_, row) => row.Status is not null);

    /// <summary>Those whose calls are repeated.</summary>
    public static TheoryData<string, string> Repeated => Where(static (folder, row) =>
        row.Status is not null && (RetryOf(folder, row.Name) is { Waits.Length: > 0 } || (RetryOf(folder, row.Name).RenewsToken && Service.Of(folder).RenewsTokens)));

    /// <summary>Those whose answers say how long to wait.</summary>
    public static TheoryData<string, string> Hinted => Where(static (folder, row) => RetryOf(folder, row.Name).RetryAfter is not null);

    public static IReadOnlyList<CodeCase> In(string folder) => s_byFolder[folder];

    public static CodeCase Of(string folder, string name) => In(folder).Single(row => row.Name == name);

    /// <summary>What repeats a failure is worth by its class in the reference.</summary>
    public static RetryClass RetryOf(string folder, string name) => RetryClass.Of(SeedCode.OfSpec(folder).Single(seed => seed.Name == name).Retry);

    private static TheoryData<string, string> Where(Func<string, CodeCase, bool> isMeant)
    {
        TheoryData<string, string> rows = [];
        foreach ((string folder, CodeCase row) in s_byFolder.SelectMany(entry => entry.Value.Where(row => isMeant(entry.Key, row)).Select(row => (entry.Key, row))))
        {
            rows.Add(folder, row.Name);
        }

        return rows;
    }
}
