using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Container;

/// <summary>What tells how a container does.</summary>
internal sealed class Probes(ContainerState state)
{
    private const int FramesPerGenerate = 24;
    private const double MillisecondsPerGenerate = 480;

    /// <summary>Healthy also while loading.</summary>
    public Reply CheckHealth(ServerCall call) => Reply.Json(new JsonObject
    {
        ["status"] = "healthy",
        ["service"] = "expression-avatar",
        ["active_sessions"] = state.Active,
        ["max_sessions"] = state.Slots,
    });

    /// <summary>One status for two causes: loading, and no slot left.</summary>
    public Reply GetReadiness(ServerCall call)
    {
        string status = state switch
        {
            { IsLoaded: false } => "not_ready",
            { Available: 0 } => "at_capacity",
            _ => "ready",
        };
        return Reply.Json(
            new JsonObject
            {
                ["status"] = status,
                ["model_ready"] = state.IsLoaded,
                ["active_sessions"] = state.Active,
                ["available_sessions"] = state.Available,
                ["max_sessions"] = state.Slots,
            },
            status == "ready" ? 200 : 503);
    }

    public Reply RunBenchmark(ServerCall call)
    {
        CheckLoaded();
        string text = call.Query("iterations") ?? "10";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int iterations) || iterations < 1)
        {
            throw new RefusedException(new ApiError(null, 400, "iterations must be an integer from 1"));
        }

        return Reply.Json(new JsonObject
        {
            ["iterations"] = iterations,
            ["frames_per_generate"] = FramesPerGenerate,
            ["avg_ms"] = MillisecondsPerGenerate,
            ["fps"] = FramesPerGenerate * 1000 / MillisecondsPerGenerate,
            ["vram_gb"] = 5.5,
            ["gpu"] = "Emulated GPU",
        });
    }

    public Reply GetTestFrame(ServerCall call)
    {
        CheckLoaded();
        return new Reply(200, "image/jpeg", TestFrame.Jpeg);
    }

    private void CheckLoaded()
    {
        if (!state.IsLoaded)
        {
            throw new RefusedException(new ApiError(null, 503, "Not Ready"));
        }
    }
}
