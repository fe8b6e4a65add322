using Dragoman.EndToEnd.Tests.Codes;

namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>The catalogs, and what the tests expect of them, against the vendor's reference texts: nothing missing, nothing made up.</summary>
public class SeedCodeTests
{
    // The class totals over the 95 codes of the four references, counted in the texts.
    private static readonly Dictionary<string, int> s_totals = new()
    {
        ["NEVER"] = 59,
        ["REAUTH"] = 8,
        ["WAIT_EVENT"] = 4,
        ["BACKOFF"] = 3,
        ["RETRY_AFTER"] = 3,
        ["RECREATE"] = 3,
        ["RECONNECT"] = 3,
        ["POLL"] = 2,
        ["CHANGE_REQUEST"] = 2,
        ["NONE"] = 2,
        ["BACKOFF_MAX5"] = 1,
        ["RETRY_ONCE"] = 1,
        ["WAIT_60S"] = 1,
        ["WAIT_UNTIL"] = 1,
        ["PRECONDITION"] = 1,
        ["ADVISORY"] = 1,
    };

    // Their references name failures without codes; what their catalogs name is ours, and no answer carries it.
    private static readonly string[] s_codeless = ["bithuman-gpu", "foilengine"];

    // Codes come over it as messages, without a status.
    private const string Channel = "streamAnalyze";

    // The status of a client that did not wait for it.
    private const int HungUp = 499;

    // Its error page names no status but one, which is the catalog's to know.
    private const string NamesNoStatus = "interhuman";

    public static TheoryData<string> Folders => [.. CatalogYaml.Folders];

    public static TheoryData<string> FoldersWithCodes => [.. CatalogYaml.Folders.Except(s_codeless)];

    /// <summary>Where the reference names no status, any of the catalog's is right. The bad end of a job is named by the catalog where the reference has no code for it.</summary>
    [Theory]
    [MemberData(nameof(FoldersWithCodes))]
    public void ACatalogHasTheCodesOfItsReference(string folder)
    {
        Dictionary<string, SeedCode> seeds = SeedCode.OfSpec(folder).Where(seed => seed.Code is not null).ToDictionary(seed => seed.Code!);

        Assert.Equal(
            seeds.Values.Select(seed => (seed.Code!, seed.Status, CatalogClass(seed.Retry))).Order(),
            CatalogYaml.CodesIn(folder)
                .Where(entry => seeds.ContainsKey(entry.Code) || !CatalogYaml.PolledCodesIn(folder).Contains(entry.Code))
                .Select(entry => (entry.Code, seeds.TryGetValue(entry.Code, out SeedCode? seed) && seed.Status is null ? null : entry.Status, entry.Retry))
                .Order());
    }

    [Fact]
    public void NoAnswerCarriesANameThatIsOurs() =>
        Assert.All(s_codeless.Intersect(CatalogYaml.Folders).SelectMany(CatalogYaml.CodesIn), entry => Assert.Null(entry.Status));

    [Theory]
    [MemberData(nameof(Folders))]
    public void ACatalogHasTheFailuresWithoutACode(string folder)
    {
        IEnumerable<(int?, string)> failures = from seed in SeedCode.OfSpec(folder)
                                               where seed.Code is null && seed.Status is not null
                                               select (seed.Status, CatalogClass(seed.Retry));

        Assert.Subset(CatalogYaml.StatusesIn(folder).ToHashSet(), failures.ToHashSet());
    }

    [Fact]
    public void TheReferencesHave95CodesOfTheseClasses()
    {
        IEnumerable<SeedCode> codes = SeedCode.ReadAll().Where(seed => seed is { Code: not null, System: not SeedCode.AgentsPage });

        Assert.Equal(95, s_totals.Values.Sum());
        Assert.Equal(s_totals.OrderBy(total => total.Key), codes.CountBy(seed => seed.Retry).OrderBy(total => total.Key));
    }

    [Theory]
    [InlineData(SeedCode.ErrorReference, 18)]
    [InlineData(SeedCode.AgentsPage, 5)]
    [InlineData("webmcp", 40)]
    [InlineData("interhuman", 37)]
    public void AReferenceHasSoManyDifferentCodes(string system, int count) =>
        Assert.Equal(count, SeedCode.Of(system).Select(seed => seed.Code).Distinct().Count());

    [Theory]
    [InlineData("bithuman-gpu", 5)]
    [InlineData("foilengine", 7)]
    public void AReferenceWithoutCodesHasSoManyFailures(string system, int count)
    {
        IReadOnlyList<SeedCode> failures = SeedCode.Of(system);

        Assert.Equal(count, failures.Count);
        Assert.All(failures, failure => Assert.Null(failure.Code));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void TheTestsExpectTheFailuresOfTheReferenceAndNoOthers(string folder) => Assert.Equal(
        SeedCode.OfSpec(folder).Where(seed => seed.Name != SeedCode.NoAnswer).Select(seed => (seed.Name, seed.Code, seed.Status)).Order(),
        CodeTable.In(folder).Select(row => (row.Name, row.Code, folder == NamesNoStatus ? null : row.Status)).Order());

    [Fact]
    public void TheTestsMeet95CodesAnd5FailuresOfTheContainerAnd7Statuses()
    {
        Dictionary<string, IReadOnlyList<CodeCase>> met = CodeTable.Folders.ToDictionary(folder => folder, CodeTable.In);

        Assert.Equal(95, met.Values.Sum(rows => rows.Count(row => row.HasCode)));
        Assert.Equal(5 - 1, met["bithuman-gpu"].Count);
        Assert.Equal(7, met["foilengine"].Count);

        // One failure of the container is no answer: see AvatarContainerFailureTests.
        Assert.Contains(SeedCode.OfSpec("bithuman-gpu"), seed => seed.Name == SeedCode.NoAnswer);

        // Of the codes, those that no answer carries come over a channel.
        Assert.Equal(["ih6001", "ih6002", "ih6003", "ih6004", "ih6005", "ih6006"], met.Values.SelectMany(rows => rows).Where(row => row.Status is null).Select(row => row.Name));
    }

    [Fact]
    public void TheAgentsPageAgreesWithTheErrorReference()
    {
        IReadOnlyList<SeedCode> page = SeedCode.Of(SeedCode.AgentsPage);

        Assert.Equal(5, page.Count);
        Assert.Subset(
            SeedCode.Of(SeedCode.ErrorReference).Select(seed => seed with { System = "" }).ToHashSet(),
            page.Select(seed => seed with { System = "" }).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void OperationsThatCodesNameAreInTheDocument(string folder) => Assert.Subset(
        CatalogYaml.OperationsIn(folder).Keys.ToHashSet(),
        CatalogYaml.CodesIn(folder).SelectMany(entry => entry.Operations ?? []).ToHashSet());

    [Theory]
    [MemberData(nameof(FoldersWithCodes))]
    public void AnOperationListsTheStatusesOfItsCodes(string folder) => Assert.All(CatalogYaml.OperationsIn(folder).Keys.Where(id => id != Channel), operationId => Assert.Subset(
        CatalogYaml.ErrorStatusesOf(folder, operationId).ToHashSet(),
        CodeTable.In(folder)
            .Where(row => row.Status is not null and not HungUp && CatalogYaml.CodesOf(folder, operationId).Contains(row.Name))
            .Select(row => row.Status)
            .ToHashSet()));

    [Fact]
    public void AnOperationOfBitHumanListsNoOtherStatuses() => Assert.All(CatalogYaml.OperationsIn(CatalogYaml.BitHuman).Keys, operationId => Assert.Equal(
        CatalogYaml.CodesIn(CatalogYaml.BitHuman).Where(entry => CatalogYaml.CodesOf(CatalogYaml.BitHuman, operationId).Contains(entry.Code)).Select(entry => entry.Status).Distinct().Order(),
        CatalogYaml.ErrorStatusesOf(CatalogYaml.BitHuman, operationId).Order()));

    [Theory]
    [MemberData(nameof(FoldersWithCodes))]
    public void TheTestsTryEachCodeWithAnOperationThatMayRaiseIt(string folder) =>
        Assert.All(CodeTable.In(folder), row => Assert.Contains(row.Name, CatalogYaml.CodesOf(folder, row.Operation)));

    // The runtime honors Retry-After with every policy, so a catalog has no word of its own for it.
    private static string CatalogClass(string retry) => retry == "RETRY_AFTER" ? "BACKOFF" : retry;
}
