using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>A failure as an API tells it.</summary>
/// <param name="Code">The code; null for a failure without one.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">The text for people.</param>
internal sealed record ApiError(string? Code, int Status, string Message)
{
    /// <summary>Members to add to the root of the body, in place of those it has; null for none.</summary>
    public JsonObject? Extras { get; init; }

    /// <summary>The value of <c>Retry-After</c>; null for none.</summary>
    public string? RetryAfter { get; init; }
}
