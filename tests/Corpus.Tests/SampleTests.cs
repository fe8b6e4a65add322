namespace Dragoman.Corpus.Tests;

/// <summary>Documents that nobody wrote for us make clients that have all of them: ten of different versions, notations, sizes and tastes.</summary>
public sealed class SampleTests
{
    private static readonly string[] s_documents =
    [
        "petstore-v3-yaml.yaml",
        "uspto.yaml",
        "notion.json",
        "ollama.yaml",
        "docker-engine.json",
        "keycloak.json",
        "scalar-galaxy.yaml",
        "lmstudio.json",
        "openapi-net-v3-2-query-additional-ops.yaml",
        "pagerduty-scim.json",
    ];

    public static TheoryData<string, string> Checks { get; } =
    [
        .. from document in s_documents
           from check in DocumentChecks.OfAll.Keys.Concat(DocumentChecks.OfValid.Keys)
           where !CoveragePage.Gaps.Contains((document, check))
           select (document, check),
    ];

    [Theory]
    [MemberData(nameof(Checks))]
    public void A_valid_document_holds(string document, string check)
    {
        Func<GeneratedDocument, IEnumerable<string>> find = DocumentChecks.OfAll.GetValueOrDefault(check) ?? DocumentChecks.OfValid[check];
        string found = string.Join("\n", find(GeneratedDocument.Of(document)));

        Assert.True(found.Length == 0, found);
    }
}
