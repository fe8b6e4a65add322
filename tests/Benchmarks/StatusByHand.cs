using System.Text.Json.Serialization;

namespace Dragoman.Benchmarks;

/// <summary>The shape of <see cref="BitHuman.AgentStatus"/> as one would write it for System.Text.Json's source generator.</summary>
public sealed record StatusByHand
{
    public required string AgentId { get; init; }

    public required string Status { get; init; }

    public required double Progress { get; init; }

    public string? ProgressMsg { get; init; }

    public string? CurrentStep { get; init; }

    public string? ErrorMessage { get; init; }

    public string? SystemPrompt { get; init; }

    public Uri? ImageUrl { get; init; }

    public Uri? VideoUrl { get; init; }

    public Uri? ModelUrl { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public string? VoiceId { get; init; }

    public string? EventType { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StatusByHand))]
internal sealed partial class ByHandContext : JsonSerializerContext;
