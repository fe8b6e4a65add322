using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>The program: a process that can be killed.</summary>
public class EmulatorProcessTests
{
    [Fact]
    public async Task AContainerRunsAsAProcessUntilItIsKilled()
    {
        using Process process = Start("--service", "container", "--slots", "10", "--cold-start", "0s");
        try
        {
            string line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
            using var http = new HttpClient { BaseAddress = new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]) };
            JsonNode ready = (await http.GetFromJsonAsync<JsonNode>("/ready"))!;

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.StartsWith("container on http://127.0.0.1:", line, StringComparison.Ordinal);
            Assert.Equal(10, (int?)ready["available_sessions"]);
            await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync("/ready"));
        }
        finally
        {
            process.Kill();
        }
    }

    [Theory]
    [InlineData("--service", "nobody")]
    [InlineData("--cold-start", "soon")]
    [InlineData("--port", "70000")]
    [InlineData("--verbose", "yes")]
    public async Task AWrongOptionEndsWithTheUsage(string option, string value)
    {
        using Process process = Start(option, value);

        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(2, process.ExitCode);
        Assert.Contains("usage: Emulator", error, StringComparison.Ordinal);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", ["exec", typeof(ServiceEmulator).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
