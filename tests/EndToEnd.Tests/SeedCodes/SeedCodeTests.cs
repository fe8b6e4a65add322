using Dragoman.EndToEnd.Tests.Codes;

namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>The catalog, and what the tests expect of it, against the vendor's reference texts: nothing missing, nothing made up.</summary>
public class SeedCodeTests
{
    [Fact]
    public void TheCatalogHasTheCodesOfTheErrorReference() => Assert.Equal(
        SeedCode.Of(SeedCode.ErrorReference).Select(seed => (seed.Code, seed.Status, seed.Retry)).Order(),
        CatalogYaml.Codes.Select(entry => (entry.Code, entry.Status, entry.Retry)).Order());

    [Fact]
    public void TheTableOfExceptionsHasTheCodesOfTheErrorReference() => Assert.Equal(
        SeedCode.Of(SeedCode.ErrorReference).Select(seed => (seed.Code, seed.Status, seed.Retry)).Order(),
        CodeTable.All.Select(row => (row.Code, row.Status, RetryClass(row))).Order());

    [Fact]
    public void TheErrorReferenceHas18DifferentCodes() =>
        Assert.Equal(18, SeedCode.Of(SeedCode.ErrorReference).Select(seed => seed.Code).Distinct().Count());

    [Fact]
    public void TheAgentsPageAgreesWithTheErrorReference()
    {
        IReadOnlyList<SeedCode> page = SeedCode.Of(SeedCode.AgentsPage);

        Assert.Equal(5, page.Count);
        Assert.Subset(
            SeedCode.Of(SeedCode.ErrorReference).Select(seed => seed with { System = "" }).ToHashSet(),
            page.Select(seed => seed with { System = "" }).ToHashSet());
    }

    [Fact]
    public void OperationsThatCodesNameAreInTheDocument() => Assert.Subset(
        CatalogYaml.Operations.Keys.ToHashSet(),
        CatalogYaml.Codes.SelectMany(entry => entry.Operations ?? []).ToHashSet());

    [Fact]
    public void AnOperationListsTheStatusesOfItsCodesAndNoOthers() => Assert.All(CatalogYaml.Operations.Keys, operationId => Assert.Equal(
        CatalogYaml.Codes.Where(entry => CatalogYaml.CodesOf(operationId).Contains(entry.Code)).Select(entry => entry.Status).Distinct().Order(),
        CatalogYaml.ErrorStatusesOf(operationId).Order()));

    [Fact]
    public void TheTableTriesEachCodeWithAnOperationThatMayRaiseIt() =>
        Assert.All(CodeTable.All, row => Assert.Contains(row.Code, CatalogYaml.CodesOf(row.Operation)));

    private static string RetryClass(CodeCase row) => (row.Recovery, row.Waits.Length) switch
    {
        (Recovery.None, 0) => "NEVER",
        (Recovery.Poll, 0) => "POLL",
        (Recovery.Wait, 0) => "WAIT_EVENT",
        (Recovery.ChangeRequest, 0) => "CHANGE_REQUEST",
        (Recovery.Retry, 1) => "RETRY_ONCE",
        (Recovery.Retry, 5) => "BACKOFF_MAX5",
        (Recovery.Retry, > 0) => "BACKOFF",
        _ => "inconsistent",
    };
}
