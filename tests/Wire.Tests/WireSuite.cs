using System.Collections.Concurrent;
using System.Text;

namespace Dragoman.Wire.Tests;

/// <summary>The server, the calls that it knows, and what became of them. Started once for all tests, where it is installed.</summary>
public sealed class WireSuite : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyList<WireResult>>>> _results = new();
    private WireServer? _server;
    private ILookup<string, WireCall> _calls = Array.Empty<WireCall>().ToLookup(call => call.Folder);

    /// <summary>The specs that there are calls of.</summary>
    internal IEnumerable<string> Folders => _calls.Select(folder => folder.Key);

    public async ValueTask InitializeAsync()
    {
        if (WireFiles.Missing is null)
        {
            _server = await WireServer.StartAsync();
            _calls = WireCall.Read(await File.ReadAllTextAsync(WireFiles.Scenarios), _server.Address).ToLookup(call => call.Folder);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    /// <summary>The calls of a spec, each made once.</summary>
    internal Task<IReadOnlyList<WireResult>> RunAsync(string folder) => _results.GetOrAdd(folder, name => new(() => CallAsync(name))).Value;

    /// <summary>All calls. One passed if the client says so, and if the server says so of its scenario.</summary>
    internal async Task<IReadOnlyList<WireResult>> RunAllAsync()
    {
        List<WireResult> results = [];
        foreach (string folder in Folders)
        {
            results.AddRange(await RunAsync(folder));
        }

        IReadOnlyDictionary<string, string> coverage = await _server!.CoverageAsync();
        return [.. results.Select(result => result with { Coverage = coverage.GetValueOrDefault(result.Call.Scenario, "unknown") })];
    }

    private async Task<IReadOnlyList<WireResult>> CallAsync(string folder)
    {
        List<WireClient> clients = [.. WireDocument.Of(folder).Select(document => new WireClient(document))];
        List<WireResult> results = [];
        foreach (WireCall call in _calls[folder])
        {
            StringBuilder problems = new();
            foreach (WireClient client in clients)
            {
                problems.Append(await WireRun.ProblemAsync(client, call, _calls[folder].First(other => other.Scenario == call.Scenario), _server!.Address));
            }

            results.Add(new(call, problems.Length == 0 ? null : problems.ToString(), ""));
        }

        return results;
    }
}

/// <summary>What became of a call.</summary>
/// <param name="Problem">What the client's side says; null where all is well.</param>
/// <param name="Coverage">What the server says of the scenario.</param>
internal sealed record WireResult(WireCall Call, string? Problem, string Coverage)
{
    public bool Passed => Problem is null && Coverage == "pass";
}
