using System.Diagnostics;

namespace Dragoman.Corpus.Tests;

/// <summary>
/// A project of a user's, built by the SDK with all that it has to say: analyzers of the latest level, warnings as errors, documentation.
/// The other tests run the compiler alone.
/// </summary>
public sealed class RealBuildTests
{
    private static readonly string[] s_documents = ["notion.json", "ollama.yaml", "docker-engine.json", "keycloak.json"];

    /// <summary>Many times what it takes where nothing else runs; a build that reaches it hangs.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    private static readonly string[] s_generator = ["Dragoman.Generator", "NSwag.Core", "NJsonSchema", "Namotion.Reflection", "Newtonsoft.Json", "YamlDotNet"];

    [Fact(Explicit = true)]
    public async Task Clients_build_with_the_analyzers_of_the_sdk()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dragoman-corpus-");
        try
        {
            foreach (string document in s_documents)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, document), CorpusFolder.Read(document));
            }

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Consumer.csproj"), Project());
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Consumer.cs"), "namespace Consumer;\n");

            (int exitCode, string output) = await BuildAsync(folder.FullName);

            Assert.True(exitCode == 0 && output.Contains("0 Warning(s)", StringComparison.Ordinal), output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Project() => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <Import Project="{Repository.Root}generator/build/Dragoman.props" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <AnalysisLevel>latest</AnalysisLevel>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
          </PropertyGroup>
          <ItemGroup>
            <OpenApiClient Include="*.json;*.yaml" />
            <Reference Include="{Path.Combine(AppContext.BaseDirectory, "Dragoman.Runtime.dll")}" />
            {string.Concat(s_generator.Select(name => $"<Analyzer Include=\"{Path.Combine(AppContext.BaseDirectory, $"{name}.dll")}\" />"))}
          </ItemGroup>
          <Import Project="{Repository.Root}generator/build/Dragoman.targets" />
        </Project>
        """;

    private static async Task<(int ExitCode, string Output)> BuildAsync(string folder)
    {
        // No server may outlive the test, or serve a generator from before it.
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["build", folder, "-nologo", "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            RedirectStandardOutput = true,
        })!;
        using CancellationTokenSource limit = new(s_limit);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return (process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"The build was stopped after {s_limit}.");
        }
    }
}
