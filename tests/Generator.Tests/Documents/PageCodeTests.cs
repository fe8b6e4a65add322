using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>The C# of the pages compiles with clients of the APIs that they are about.</summary>
/// <remarks>Each block is compiled that has no comment before it. A comment is the name by which another test finds the block, or says why nobody can compile it.</remarks>
public sealed class PageCodeTests
{
    private const string NotCompiled = "not compiled: ";

    /// <summary>What a page takes for granted.</summary>
    private static readonly Dictionary<string, string[]> s_variables = new()
    {
        ["README.md"] = ["string id", "string secret", "ShopClientOptions options", "Func<CancellationToken, Task<string>> SignInAsync"],
        ["docs/fleets.md"] = ["Fleet<RendererClient> fleet", "StartRequest request"],
        ["docs/oauth.md"] = ["string clientId", "string clientSecret", "string refreshToken", "string path"],
        ["docs/optional-members.md"] = [],
        ["docs/retry.md"] = ["string key", "ShopClient client", "ShopClientOptions options", "Order order", "ILogger logger", "IConfiguration configuration"],
        ["docs/shared-limits.md"] = ["string connectionString", "NpgsqlDataSource database", "ShopClientOptions options"],
        ["docs/unions.md"] = ["Pet pet"],
        ["docs/uploads.md"] = ["ClipsClient client", "byte[] picture"],
        ["docs/x-token-exchange.md"] = ["string id", "string secret"],
        ["docs/x-websocket.md"] = ["ObserverClient client", "byte[] picture"],
    };

    /// <summary>The APIs of the pages that have no document of their own.</summary>
    private static readonly Dictionary<string, string[]> s_apis = new()
    {
        ["README.md"] = ["Pets", "Shop"],
        ["docs/fleets.md"] = ["Renderer"],
        ["docs/oauth.md"] = ["Pets"],
        ["docs/optional-members.md"] = ["Pets"],
        ["docs/retry.md"] = ["Shop"],
        ["docs/shared-limits.md"] = ["Shop"],
        ["docs/unions.md"] = ["Pets"],
    };

    public static TheoryData<string> Pages { get; } = [.. s_variables.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Its_blocks_compile(string page)
    {
        SpecFile[] apis = Apis(page);
        string code = PageCode.Of(page, Compiled(page), s_variables[page], apis.Select(api => api.Namespace));
        GeneratorRun run = GeneratorRun.Of(apis).WithReferences(PageCode.References).WithSource(code);

        Assert.Empty(run.Problems);
        run.AssertCompiles();
    }

    [Fact]
    public void Every_page_with_such_blocks_is_here() =>
        Assert.Equal(s_variables.Keys, All.Where(page => Compiled(page).Any()));

    [Fact]
    public void What_is_compiled_nowhere_says_why() => Assert.All(
        All.SelectMany(CodeOf).Select(block => block.Comment),
        comment => Assert.True(comment is "" or "compiled" or "signature" || (comment.StartsWith(NotCompiled, StringComparison.Ordinal) && comment.Length > NotCompiled.Length), comment));

    private static IEnumerable<string> All => ["README.md", .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md").Select(file => $"docs/{Path.GetFileName(file)}").Order(StringComparer.Ordinal)];

    private static IEnumerable<CodeBlock> Compiled(string page) => CodeOf(page).Where(block => block.Comment.Length == 0);

    private static IReadOnlyList<CodeBlock> CodeOf(string page) => MarkdownPage.Read(page).CodeBlocks("csharp");

    private static SpecFile[] Apis(string page)
    {
        if (s_apis.TryGetValue(page, out string[]? apis))
        {
            return [.. apis.Select(api => new SpecFile($"{api}.yaml", Repository.Read($"tests/Generator.Tests/Documents/Apis/{api}.yaml")) { Namespace = api })];
        }

        MarkdownPage own = MarkdownPage.Read(page);
        return [new SpecFile("openapi.yaml", own.BlockAfter("openapi.yaml")) { Errors = own.BlocksAfter("errors.yaml").SingleOrDefault(), Namespace = "Own" }];
    }
}
