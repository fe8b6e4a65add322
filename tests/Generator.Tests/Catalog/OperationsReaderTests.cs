using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class OperationsReaderTests
{
    [Fact]
    public void Both_ways_to_name_operations_are_merged()
    {
        ErrorCatalog catalog = CatalogReading.Good("""
            errors:
              A: { operations: [getAgent, getAgent] }
              B: {}
              C: {}
            operations:
              getAgent: [A, B]
              speak: [A, B, B]
            """);

        Assert.Equal(["getAgent", "speak"], Operations(catalog, 0));
        Assert.Equal(["getAgent", "speak"], Operations(catalog, 1));
        Assert.Empty(Operations(catalog, 2));
    }

    [Fact]
    public void An_operation_is_where_it_is_named_first()
    {
        ErrorCatalog catalog = CatalogReading.Good("errors: { A: { operations: [getAgent] } }\noperations:\n  getAgent: [A]\n  speak: [A]\n");

        Assert.Equal([(1, 28), (4, 2)], catalog.Errors[0].Operations.Select(operation => (operation.Span.StartLine, operation.Span.StartColumn)));
    }

    [Fact]
    public void An_unknown_code_is_shown_at_its_place_with_a_suggestion()
    {
        CatalogReading reading = CatalogReading.OfBody("errors: { AGENT_NOT_FOUND: {} }\noperations:\n  getAgent: [AGENT_NOT_FOUND, AGENT_NO_FOUND]\n  speak:\n    - XYZ\n");

        Assert.Equal(["DRG3004 4:31", "DRG3004 6:7"], reading.Problems);
        Assert.Equal(
            [
                "'AGENT_NO_FOUND' is used by operation 'getAgent' but is not in the catalog. Did you mean 'AGENT_NOT_FOUND'?",
                "'XYZ' is used by operation 'speak' but is not in the catalog.",
            ],
            reading.Messages);
    }

    [Theory]
    [InlineData("getAgent: A", "DRG3001 4:13")]
    [InlineData("getAgent: []", "DRG3001 4:13")]
    [InlineData("getAgent: [A, 1]", "DRG3001 4:17")]
    [InlineData("getAgent: [A, {}]", "DRG3001 4:17")]
    public void Codes_are_a_list_of_texts(string operations, string problem) =>
        Assert.Equal([problem], CatalogReading.OfBody($"errors: {{ A: {{}} }}\noperations:\n  {operations}\n").Problems);

    private static IEnumerable<string> Operations(ErrorCatalog catalog, int error) => catalog.Errors[error].Operations.Select(operation => operation.Text);
}
