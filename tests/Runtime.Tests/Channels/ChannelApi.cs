using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>What a generator would write for a service with a channel that analyzes segments.</summary>
internal static class ChannelApi
{
    private static readonly JsonMembers s_members = new(["status"], ["segment"]);

    public static ErrorDefinition BadMessage { get; } = new("ih6001", static error => new BadMessageException(error)) { Message = "The message cannot be read.", Resolution = "Send a video segment." };

    public static ErrorDefinition IdleTimeout { get; } = new("ih6003", static error => new IdleTimeoutException(error)) { Message = "The session was idle.", Retry = RetryRule.Reconnect };

    public static ErrorDefinition GoingAway { get; } = new("ih6005", static error => new GoingAwayException(error)) { Message = "The server goes away.", Retry = RetryRule.Reconnect };

    public static ErrorDefinition ShutdownWarning { get; } = new("ih6006", static error => new TestApiException(error)) { Retry = RetryRule.Advisory };

    public static ErrorDefinition RateLimited { get; } = new("ih3001", static error => new RateLimitException(error)) { Status = 429, Retry = RetryRule.Backoff(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)) };

    public static ErrorDefinition TokenExpired { get; } = new("ih2009", static error => new TestApiException(error)) { Status = 401, Retry = RetryRule.Authenticate };

    public static ErrorCatalog Catalog { get; } = new(static error => new TestApiException(error))
    {
        Envelopes = [new() { Code = "/error_id", Message = "/message", RequestId = "/correlation_id", Members = new Dictionary<string, string> { ["segment"] = "/segment" } }],
        Errors = [BadMessage, IdleTimeout, GoingAway, ShutdownWarning, TokenExpired, RateLimited],
        Statuses = [new(403, 403, static error => new NotFoundException(error))],
    };

    public static ApiOperationInfo Analyze { get; } = new("analyze", HttpMethod.Get, "/v0/stream/analyze") { Security = [["accessToken"]] };

    public static ChannelDescription Description { get; } = new()
    {
        Kind = "/status",
        Errors = ["error"],
        TokenProtocol = "access_token",
        MinBinaryBytes = 10,
        MaxBinaryBytes = 1000,
        MaxMessageBytes = 10_000,
        Reconnect = RetryRule.Backoff(3, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)),
        Closes = [new(1001, GoingAway) { Reconnects = true }, new(1008, BadMessage), new(4003, IdleTimeout)],
    };

    public static Frame ReadFrame(ref Utf8JsonReader reader)
    {
        string status = "";
        int segment = 0;
        JsonMemberReader members = new(s_members);
        while (members.Next(ref reader))
        {
            switch (members.Index)
            {
                case 0: status = reader.String(); break;
                case 1: segment = reader.Int32(); break;
            }
        }

        return new(status, segment);
    }
}

internal sealed record Frame(string Status, int Segment)
{
    public static string Json(string status, int segment) => $$"""{"status":"{{status}}","segment":{{segment}}}""";
}

internal sealed class AnalyzeChannel(ChannelConnection connection) : ApiChannel<Frame>(connection, ChannelApi.ReadFrame)
{
    public Task SendAsync(ReadOnlyMemory<byte> segment, CancellationToken cancellationToken = default) => SendBinaryAsync(segment, cancellationToken);

    public Task SendAsync(Stream segment, CancellationToken cancellationToken = default) => SendBinaryAsync(segment, cancellationToken);

    public Task SendAsync(string text, CancellationToken cancellationToken = default) => SendJsonAsync(text, static (writer, value) => writer.WriteStringValue(value), cancellationToken);
}

internal sealed class BadMessageException(ApiError error) : TestApiException(error);

internal sealed class IdleTimeoutException(ApiError error) : TestApiException(error);

internal sealed class GoingAwayException(ApiError error) : TestApiException(error);
