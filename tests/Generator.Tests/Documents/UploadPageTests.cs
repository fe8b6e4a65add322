using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>The page about files has examples that compile.</summary>
public sealed class UploadPageTests
{
    [Fact]
    public void The_examples_compile_against_the_client_of_the_page()
    {
        MarkdownPage page = MarkdownPage.Read("docs/uploads.md");
        IReadOnlyList<string> blocks = page.Blocks("csharp");

        GeneratorRun run = GeneratorRun.Of(new SpecFile("openapi.yaml", page.BlockAfter("openapi.yaml"))).WithSource($$"""
            using System;
            using System.IO;
            using System.Threading.Tasks;
            using Consumer.Clips;
            using Dragoman;

            internal static class Page
            {
                public static async Task SendAsync(ClipsClient client, byte[] picture)
                {
                    {{blocks[0]}}
                }

                public static async Task ReceiveAsync(ClipsClient client)
                {
                    {{blocks[1]}}
                }
            }
            """).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.Equal(2, blocks.Count);
    }
}
