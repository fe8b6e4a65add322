using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class ErrorReaderTests
{
    [Fact]
    public void An_error_has_all_its_members()
    {
        ErrorEntry error = Assert.Single(CatalogReading.Good("""
            errors:
              AGENT_NOT_FOUND:
                status: 404
                name: AgentNotFound
                category: Agent operations
                message: No agent has this code.
                resolution: Check the code.
                docs: https://docs.bithuman.ai/errors#{code}
                operations: [getAgent, speak]
                retry: poll
            """).Errors);

        Assert.Equal(("AGENT_NOT_FOUND", 404, "AgentNotFound", "Agent operations"), (error.Code, error.Status, error.Name, error.Category));
        Assert.Equal(("No agent has this code.", "Check the code.", "https://docs.bithuman.ai/errors#{code}"), (error.Message, error.Resolution, error.Docs));
        Assert.Equal(RetryKind.Poll, error.Retry.Kind);
        Assert.Equal(["getAgent", "speak"], error.Operations.Select(operation => operation.Text));
        Assert.Equal((2, 2), (error.Node.Span.StartLine, error.Node.Span.StartColumn));
    }

    [Fact]
    public void An_error_without_members_has_the_defaults()
    {
        ErrorEntry error = Assert.Single(CatalogReading.Good("errors: { A: {} }").Errors);

        Assert.Equal((null, null, null, null, null, null), (error.Status, error.Name, error.Category, error.Message, error.Resolution, error.Docs));
        Assert.Equal(RetryEntry.Never, error.Retry);
        Assert.Empty(error.Operations);
    }

    [Fact]
    public void An_error_without_a_code_is_told_by_its_texts() =>
        Assert.Equal(["No face", "Kein Gesicht"], Assert.Single(CatalogReading.Good("errors: { NO_FACE: { status: 400, match: [No face, Kein Gesicht, no FACE] } }").Errors).Match);

    [Theory]
    [InlineData("{ match: [No face] }", "DRG3003 2:14")]
    [InlineData("{ status: 99, match: [No face] }", "DRG3007 2:24")]
    [InlineData("{ status: 400, match: No face }", "DRG3001 2:36")]
    [InlineData("{ status: 400, match: [] }", "DRG3001 2:36")]
    [InlineData("{ status: 400, match: [1] }", "DRG3001 2:37")]
    public void Texts_come_with_a_status(string error, string problem)
    {
        CatalogReading reading = CatalogReading.Of($"catalog: 1\nerrors: {{ A: {error} }}");

        Assert.Equal([problem], reading.Problems);
        Assert.Empty(reading.Catalog!.Errors[0].Match);
    }

    [Theory]
    [InlineData("class")]
    [InlineData("a/b")]
    [InlineData("404")]
    [InlineData("no such agent")]
    [InlineData("\"); } } class Evil")]
    [InlineData("é")]
    public void A_code_is_any_text(string code) =>
        Assert.Equal(code, Assert.Single(CatalogReading.Good($"errors: {{ '{code}': {{}} }}").Errors).Code);

    [Fact]
    public void Codes_that_differ_in_case_only_are_two() =>
        Assert.Equal(["a", "A"], CatalogReading.Good("errors: { a: {}, A: {} }").Errors.Select(error => error.Code));

    [Theory]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    [InlineData(0, false)]
    public void A_code_has_1_to_200_characters(int length, bool isCode)
    {
        CatalogReading reading = CatalogReading.OfBody($"errors: {{ \"{new string('x', length)}\": {{}} }}");

        Assert.Equal(isCode ? [] : ["DRG3007 2:11"], reading.Problems);
        Assert.Equal(isCode ? [] : [$"'code' is {length} characters long, but must be 1 to 200"], reading.Messages);
        Assert.Equal(isCode ? 1 : 0, reading.Catalog!.Errors.Count);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("599")]
    public void A_status_is_100_to_599(string status) =>
        Assert.Equal(int.Parse(status, null), Assert.Single(CatalogReading.Good($"errors: {{ A: {{ status: {status} }} }}").Errors).Status);

    [Theory]
    [InlineData("99", "DRG3007", "'status' is 99, but must be 100 to 599")]
    [InlineData("600", "DRG3007", "'status' is 600, but must be 100 to 599")]
    [InlineData("-1", "DRG3007", "'status' is -1, but must be 100 to 599")]
    [InlineData("1000000000000000000000000000000", "DRG3007", "'status' is 1000000000000000000000000000000, but must be 100 to 599")]
    [InlineData("429.0", "DRG3001", "'status' must be an integer, 100 to 599")]
    [InlineData("1e308", "DRG3001", "'status' must be an integer, 100 to 599")]
    [InlineData(".nan", "DRG3001", "'status' must be an integer, 100 to 599")]
    [InlineData("'429'", "DRG3001", "'status' must be an integer, 100 to 599")]
    [InlineData("'429; x'", "DRG3001", "'status' must be an integer, 100 to 599")]
    [InlineData("4XX", "DRG3001", "'status' must be an integer, 100 to 599")]
    [InlineData("[429]", "DRG3001", "'status' must be an integer, 100 to 599")]
    public void Another_status_is_refused(string status, string id, string message)
    {
        CatalogReading reading = CatalogReading.OfBody($"errors: {{ A: {{ status: {status} }} }}");

        Assert.Equal([$"{id} 2:24"], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("ftp://example.com/x")]
    [InlineData("/errors")]
    [InlineData("docs.example.com/errors")]
    [InlineData("https://")]
    [InlineData("https://example.com/a b")]
    [InlineData("https://example.com/\\\"onclick=")]
    [InlineData("https://example.com/<x>")]
    [InlineData("https://example.com/{name}")]
    [InlineData("https://example.com/\\n#pragma")]
    [InlineData("https://example.com/\\u202E")]
    [InlineData("")]
    public void A_page_has_an_absolute_web_address(string docs)
    {
        Assert.Equal(["DRG3001 2:22"], CatalogReading.OfBody($"errors: {{ A: {{ docs: \"{docs}\" }} }}").Problems);
        Assert.Equal(["DRG3001 2:7"], CatalogReading.OfBody($"docs: \"{docs}\"").Problems);
    }

    [Theory]
    [InlineData("http://example.com")]
    [InlineData("https://example.com/a%20b?x=1&y=(2)#{code}")]
    [InlineData("https://example.com/{code}/{code}")]
    [InlineData("https://[::1]:8080/")]
    public void A_page_may_depend_on_the_code(string docs) => Assert.Equal(docs, CatalogReading.Good($"docs: \"{docs}\"").Docs);

    [Theory]
    [InlineData("A: x", "DRG3001 2:14", "'A' must be a mapping")]
    [InlineData("A: { Status: 404 }", "DRG3002 2:16", "'Status' is not a member of an error. Did you mean 'status'?")]
    [InlineData("A: { recovery: wait }", "DRG3002 2:16", "'recovery' is not a member of an error.")]
    [InlineData("A: { message: 404 }", "DRG3001 2:25", "'message' must be a text that is not empty")]
    [InlineData("A: { resolution: '' }", "DRG3001 2:28", "'resolution' must be a text that is not empty")]
    [InlineData("A: { category: {} }", "DRG3001 2:26", "'category' must be a text that is not empty")]
    [InlineData("A: { name: a-b }", "DRG3001 2:22", "'name' must be the start of a class name: a capital letter, then up to 99 letters and digits")]
    [InlineData("A: { name: Évil }", "DRG3001 2:22", "'name' must be the start of a class name: a capital letter, then up to 99 letters and digits")]
    [InlineData("A: { operations: getAgent }", "DRG3001 2:28", "'operations' must be a list that is not empty")]
    [InlineData("A: { operations: [] }", "DRG3001 2:28", "'operations' must be a list that is not empty")]
    [InlineData("A: { operations: [getAgent, 3] }", "DRG3001 2:39", "'operations' must be a list of texts")]
    public void What_is_no_error_is_shown_where_it_is(string error, string problem, string message)
    {
        CatalogReading reading = CatalogReading.OfBody($"errors: {{ {error} }}");

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
        Assert.Equal("A", Assert.Single(reading.Catalog!.Errors).Code);
    }

    [Fact]
    public void A_code_written_twice_is_a_problem_of_the_text() =>
        Assert.Equal(["DRG1003 4:3"], CatalogReading.OfBody("errors:\n  A: {}\n  A: {}\n").Problems);

    [Fact]
    public void An_anchor_may_be_shared()
    {
        ErrorCatalog catalog = CatalogReading.Good("errors:\n  A: &shared { status: 404, message: Gone. }\n  B: { <<: *shared, status: 410 }\n");

        Assert.Equal([(404, "Gone."), (410, "Gone.")], catalog.Errors.Select(error => (error.Status!.Value, error.Message!)));
    }
}
