using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Container;

/// <summary>The container's own API, whose failures have no codes.</summary>
internal sealed class ContainerApi : EmulatedApi
{
    public ContainerApi(ContainerEmulatorOptions options)
        : base(options)
    {
        State = new ContainerState(options);
        var probes = new Probes(State);
        var tasks = new TaskOperations(State);
        Operations =
        [
            new("checkHealth", "GET", "/health", probes.CheckHealth),
            new("getReadiness", "GET", "/ready", probes.GetReadiness),
            new("launch", "POST", "/launch", tasks.Launch) { Authorize = CheckSecret, TakesIdempotencyKey = true },
            new("listTasks", "GET", "/tasks", tasks.List),
            new("getTask", "GET", "/tasks/{task_id}", tasks.Get),
            new("stopTask", "POST", "/tasks/{task_id}/stop", tasks.Stop),
            new("runBenchmark", "POST", "/benchmark", probes.RunBenchmark),
            new("getTestFrame", "GET", "/test-frame", probes.GetTestFrame),
        ];
    }

    public ContainerState State { get; }

    public override IReadOnlyList<Operation> Operations { get; }

    public override ApiError FindError(string code) =>
        throw new ArgumentException("The container's failures have no codes; say the status and the message.", nameof(code));

    // The reference shows no body; this is the one of the container's web framework.
    public override JsonObject Envelope(ApiError error) => new() { ["detail"] = error.Message };

    public override JsonObject WrongEnvelope(ApiError error) => new() { ["detail"] = new JsonArray(error.Status) };

    public override void Clear()
    {
        base.Clear();
        State.Clear();
    }

    private static void CheckSecret(ServerCall call)
    {
        if ((call.BearerToken ?? call.Form?.Find("api_secret")?.Text) is { } secret && secret != ContainerEmulator.ApiSecret)
        {
            throw new RefusedException(new ApiError(null, 401, "Unauthorized"));
        }
    }
}
