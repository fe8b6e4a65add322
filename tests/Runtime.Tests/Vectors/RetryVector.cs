using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dragoman.Runtime.Tests;

/// <summary>A file of cases: what a client meets, and what it has to do. Times are in seconds.</summary>
/// <param name="Source">Whose cases they are.</param>
/// <param name="Vectors">The cases.</param>
public sealed record RetryVectorFile(string Source, IReadOnlyList<RetryVector> Vectors)
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, Converters = { new JsonStringEnumConverter() } };

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Vectors");

    public static RetryVectorFile Read(string name) => JsonSerializer.Deserialize<RetryVectorFile>(File.ReadAllText(Path.Combine(Folder, name)), s_options)!;
}

/// <summary>One case.</summary>
/// <param name="Name">Its name, unique in its file.</param>
/// <param name="Calls">The steps of each call; the calls follow each other.</param>
public sealed record RetryVector(string Name, IReadOnlyList<IReadOnlyList<RetryStep>> Calls)
{
    /// <summary>Where the source expects something else: what, and why our rule is another one.</summary>
    public string? Differs { get; init; }

    /// <summary>The client's clock at the beginning.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The tokens of the quota at the beginning, of 500.</summary>
    public int Tokens { get; init; } = 500;

    public IReadOnlyList<VectorRule> Rules { get; init; } = [];

    public string Method { get; init; } = "GET";

    public bool LongPoll { get; init; }

    public double? Timeout { get; init; }

    public double? MaxRetryAfter { get; init; }
}

/// <summary>A rule of the catalog, for a code or a range of statuses; without retries it is never to repeat.</summary>
public sealed record VectorRule(string? Code, int[]? Statuses, int? Retries, double Base, double Cap, RetryClass? Class)
{
    public RetryRule ToRule() => Retries is { } retries
        ? RetryRule.Backoff(retries, TimeSpan.FromSeconds(Base), TimeSpan.FromSeconds(Cap)) with { Class = Class }
        : RetryRule.Never;
}

/// <summary>One try: how it is answered, and what the client does then.</summary>
/// <param name="Answer">A status, or <c>refused</c>, <c>broken</c> (the connection) or <c>bug</c> (an exception of the handler).</param>
public sealed record RetryStep(JsonElement Answer)
{
    public string? Code { get; init; }

    public string[][] Headers { get; init; } = [];

    /// <summary>How long is waited after the answer.</summary>
    public double Wait { get; init; }

    /// <summary>What the quota holds then.</summary>
    public int? Tokens { get; init; }

    /// <summary>Why the call ends with this try; none where it goes on.</summary>
    public StopReason? Stop { get; init; }

    /// <summary>The name of the exception, where it is none of ours.</summary>
    public string? Throws { get; init; }

    /// <summary>What the exception says of the wait that the service asked for.</summary>
    public double? RetryAfter { get; init; }

    /// <summary>Another call that begins and ends while this try is under way.</summary>
    public IReadOnlyList<RetryStep> Meanwhile { get; init; } = [];
}
