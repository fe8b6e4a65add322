using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class CatalogReaderTests
{
    [Fact]
    public void The_smallest_catalog_says_nothing_but_its_version()
    {
        ErrorCatalog catalog = CatalogReading.Good("");

        Assert.Equal((null, null), (catalog.Api, catalog.Docs));
        Assert.Empty(catalog.Envelopes);
        Assert.Empty(catalog.Statuses);
        Assert.Empty(catalog.Errors);
    }

    [Fact]
    public void A_catalog_may_be_json()
    {
        ErrorCatalog catalog = CatalogReading.Of("""{"catalog": 1, "api": "bitHuman", "docs": "https://docs.bithuman.ai/errors#{code}"}""").Catalog!;

        Assert.Equal(("bitHuman", "https://docs.bithuman.ai/errors#{code}"), (catalog.Api, catalog.Docs));
    }

    [Theory]
    [InlineData("api: x", "DRG3003 1:1", "'catalog' is missing: it says by which version of the grammar the catalog is written: 1")]
    [InlineData("api: x\ncatalog: 2", "DRG3009 2:10", "Catalog version '2' is not supported; 1 is")]
    [InlineData("catalog: 10", "DRG3009 1:10", "Catalog version '10' is not supported; 1 is")]
    [InlineData("catalog: '1'", "DRG3001 1:10", "'catalog' must be the integer 1")]
    [InlineData("catalog: {}", "DRG3001 1:10", "'catalog' must be the integer 1")]
    [InlineData("- catalog: 1", "DRG3001 1:1", "'catalog' must be a mapping")]
    [InlineData("hello", "DRG3001 1:1", "'catalog' must be a mapping")]
    public void A_catalog_of_no_known_version_is_not_read(string text, string problem, string message)
    {
        CatalogReading reading = CatalogReading.Of(text);

        Assert.Null(reading.Catalog);
        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    [Theory]
    [InlineData("error: {}", "'error' is not a member of a catalog. Did you mean 'errors'?")]
    [InlineData("ERRORS: {}", "'ERRORS' is not a member of a catalog. Did you mean 'errors'?")]
    [InlineData("x-owner: me", "'x-owner' is not a member of a catalog.")]
    public void An_unknown_member_is_shown_at_its_name(string body, string message)
    {
        CatalogReading reading = CatalogReading.OfBody(body);

        Assert.Equal(["DRG3002 2:1"], reading.Problems);
        Assert.Equal([message], reading.Messages);
        Assert.NotNull(reading.Catalog);
    }

    [Theory]
    [InlineData("api: 1", "DRG3001 2:6")]
    [InlineData("api: ''", "DRG3001 2:6")]
    [InlineData("api: [x]", "DRG3001 2:6")]
    [InlineData("errors: []", "DRG3001 2:9")]
    [InlineData("errors: text", "DRG3001 2:9")]
    [InlineData("statuses: []", "DRG3001 2:11")]
    [InlineData("policies: 3", "DRG3001 2:11")]
    [InlineData("operations: []", "DRG3001 2:13")]
    [InlineData("envelope: /error/code", "DRG3001 2:11")]
    [InlineData("envelope: []", "DRG3001 2:11")]
    public void A_member_of_the_wrong_type_is_shown_at_its_value(string body, string problem)
    {
        CatalogReading reading = CatalogReading.OfBody(body);

        Assert.Equal([problem], reading.Problems);
        Assert.NotNull(reading.Catalog);
    }

    [Theory]
    [InlineData("errors:\napi: x\n", "DRG3001 2:8")]
    [InlineData("api:\nerrors: {}\n", "DRG3001 2:5")]
    [InlineData("api: x\nerrors:\n", "DRG3001 3:8")]
    public void A_member_without_a_value_is_shown_behind_its_name(string body, string problem) =>
        Assert.Equal([problem], CatalogReading.OfBody(body).Problems);

    [Fact]
    public void What_is_good_is_kept()
    {
        CatalogReading reading = CatalogReading.OfBody("""
            api: 1
            envelope: [{ code: error }, { code: /code }]
            statuses: { 404: { name: NotFound }, 999: { name: Odd }, 429: { name: 1 } }
            errors:
              A: { status: 1000, message: Kept. }
              B: text
              C: { status: 404 }
            operations: { getC: [C, D] }
            """);
        ErrorCatalog catalog = reading.Catalog!;

        Assert.Equal(["DRG3001 2:6", "DRG3001 3:20", "DRG3001 4:38", "DRG3001 4:71", "DRG3007 6:16", "DRG3001 7:6", "DRG3004 9:25"], reading.Problems.OrderBy(Line));
        Assert.Equal([null, "/code"], catalog.Envelopes.Select(envelope => envelope.Code));
        Assert.Equal([(404, "NotFound"), (429, null)], catalog.Statuses.Select(status => (status.From, status.Name)));
        Assert.Equal([("A", null, "Kept."), ("B", null, null), ("C", 404, null)], catalog.Errors.Select(error => (error.Code, error.Status, error.Message)));
        Assert.Equal(["getC"], catalog.Errors[2].Operations.Select(operation => operation.Text));

        static int Line(string problem) => problem[8] - '0';
    }
}
