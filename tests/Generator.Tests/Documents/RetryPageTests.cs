using System.Reflection;
using System.Text;
using Dragoman.Generator.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace Dragoman.Generator.Tests.Documents;

/// <summary>A client takes the options that the page about retries shows: its constructor says whether an operation exists, and whether a value is in its range.</summary>
public sealed class RetryPageTests
{
    private static readonly MarkdownPage s_page = MarkdownPage.Read("docs/retry.md");

    [Fact]
    public void Its_options_are_taken()
    {
        IReadOnlyList<string> blocks = [.. s_page.Blocks("csharp").Where(block => block.StartsWith("options.", StringComparison.Ordinal))];

        Action<IConfiguration> program = Program($"ShopClientOptions options = new() {{ ApiKey = \"key\" }};\n{string.Concat(blocks)}\nnew ShopClient(options).Dispose();");

        Assert.NotEmpty(blocks);
        Assert.Null(Record.Exception(() => program(new ConfigurationManager())));
    }

    [Fact]
    public void Its_configuration_is_taken()
    {
        string binding = Assert.Single(s_page.Blocks("csharp"), block => block.Contains(".Bind(options);", StringComparison.Ordinal));
        using MemoryStream json = new(Encoding.UTF8.GetBytes(Assert.Single(s_page.Blocks("json"))));
        using ConfigurationManager configuration = new();
        configuration.AddJsonStream(json);

        Action<IConfiguration> program = Program($"{binding}\nconfiguration.GetSection(\"Shop\").Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);");

        Assert.Null(Record.Exception(() => program(configuration)));
    }

    private static Action<IConfiguration> Program(string statements)
    {
        SpecFile shop = new("Shop.yaml", Repository.Read("tests/Generator.Tests/Documents/Apis/Shop.yaml")) { Namespace = "Shop" };
        Assembly program = GeneratorRun.Of(shop).WithReferences(PageCode.References).WithSource($$"""
            using System;
            using Dragoman;
            using Microsoft.Extensions.Configuration;
            using Shop;

            internal static class Program
            {
                public static void Run(IConfiguration configuration)
                {
                    {{statements}}
                }
            }
            """).Load();
        return program.GetType("Program")!.GetMethod("Run")!.CreateDelegate<Action<IConfiguration>>();
    }
}
