using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dragoman.Wire.Tests;

/// <summary>The server that plays every service, checks each request and counts what passed. It listens on the loopback address, on a port that it finds itself.</summary>
internal sealed partial class WireServer : IAsyncDisposable
{
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private WireServer(Process process, DirectoryInfo folder, Uri address)
    {
        _process = process;
        _folder = folder;
        Address = address;
    }

    /// <summary>Where it listens, by the host name that its answers call it.</summary>
    public Uri Address { get; }

    public static async Task<WireServer> StartAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dragoman-wire-");
        await MakeCommitAsync(folder);
        string specs = Path.Combine(WireFiles.Packages, "@typespec/http-specs/specs");
        Process process = Start(
            folder,
            Path.Combine(WireFiles.Packages, "node/bin/node"),
            WireFiles.Server, "serve", specs, "--port", "0", "--coverageFile", Path.Combine(folder.FullName, "coverage.json"));
        try
        {
            using CancellationTokenSource limit = new(s_startLimit);
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (Started().Match(line) is { Success: true } started)
                {
                    // Whoever writes to a pipe that nobody reads stands still in the end.
                    process.BeginErrorReadLine();
                    _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                    return new(process, folder, new($"http://localhost:{started.Groups[1].Value}"));
                }
            }

            throw new InvalidOperationException($"The server did not start: {await process.StandardError.ReadToEndAsync(limit.Token)}");
        }
        catch
        {
            process.Kill();
            process.Dispose();
            throw;
        }
    }

    /// <summary>What the server says of each scenario: <c>pass</c>, <c>fail</c>, or <c>not-implemented</c> for one with a request that never came.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CoverageAsync()
    {
        using HttpClient client = new() { BaseAddress = Address };
        JsonNode coverage = JsonNode.Parse(await client.GetStringAsync(".coverage"))!;
        return coverage[0]!["results"]!.AsObject().ToDictionary(scenario => scenario.Key, scenario => (string)scenario.Value!);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>The server puts the commit of its specs into its report, and does not start without one.</summary>
    private static async Task MakeCommitAsync(DirectoryInfo folder)
    {
        foreach (string[] arguments in new string[][] { ["init", "-q"], ["-c", "user.name=wire", "-c", "user.email=wire@localhost", "commit", "-q", "--allow-empty", "-m", "Start"] })
        {
            using Process git = Start(folder, "git", arguments);
            await git.WaitForExitAsync();
        }
    }

    private static Process Start(DirectoryInfo folder, string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        WorkingDirectory = folder.FullName,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment = { ["GIT_DIR"] = Path.Combine(folder.FullName, ".git") },
    })!;

    [GeneratedRegex(@"Started server on [^ ]*:(\d+)")]
    private static partial Regex Started();
}
