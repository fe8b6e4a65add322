using System.Text;
using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>What the emulator sends back.</summary>
internal sealed record Reply(int Status, string ContentType, byte[] Content)
{
    public const string JsonType = "application/json";

    public Reply(int status, string contentType, string body)
        : this(status, contentType, Encoding.UTF8.GetBytes(body))
    {
    }

    /// <summary>The value of <c>Retry-After</c>, sent as it is; null for none.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Whether this repeats the reply to an earlier request with the same idempotency key.</summary>
    public bool IsReplay { get; init; }

    /// <summary>Further headers.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A stream of events in place of the content; null for none.</summary>
    public IReadOnlyList<ServerEvent>? Events { get; init; }

    public static Reply Json(JsonNode body, int status = StatusCodes.Status200OK) => new(status, JsonType, body.ToJsonString());

    public static Reply Stream(IReadOnlyList<ServerEvent> events) =>
        new(StatusCodes.Status200OK, "text/event-stream", []) { Events = events };

    public static Reply NoContent() => new(StatusCodes.Status204NoContent, "", []);

    /// <summary>What the web framework of several APIs says by itself, before any operation is reached.</summary>
    public static Reply Detail(int status, string detail) => Json(new JsonObject { ["detail"] = detail }, status);
}
