using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>What a generator would write for a small service.</summary>
internal static class TestApi
{
    private static readonly JsonMembers s_members = new(["id"], []);

    public static ErrorDefinition AgentNotFound { get; } = new("AGENT_NOT_FOUND", static error => new AgentNotFoundException(error))
    {
        Status = 404, Category = "Agent operations", Message = "No agent has this code.", Resolution = "Check the agent code.", DocsUrl = "https://docs.example/AGENT_NOT_FOUND",
    };

    public static ErrorDefinition AgentProcessing { get; } = new("AGENT_PROCESSING", static error => new TestApiException(error)) { Status = 409, Retry = RetryRule.Poll };

    public static ErrorDefinition AgentFailed { get; } = new("AGENT_FAILED", static error => new AgentFailedException(error)) { Status = 400, Message = "Agent generation failed." };

    public static ErrorDefinition NoAvailableWorkers { get; } = new("NO_AVAILABLE_WORKERS", static error => new NoAvailableWorkersException(error))
    {
        Status = 503, Retry = RetryRule.Backoff(3, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(20)),
    };

    public static ErrorDefinition InternalError { get; } = new("INTERNAL_ERROR", static error => new ServerException(error))
    {
        Status = 500, Retry = RetryRule.Backoff(1, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20)),
    };

    public static ErrorCatalog Catalog { get; } = new(static error => new TestApiException(error))
    {
        Envelopes =
        [
            new()
            {
                Code = "/error/code", Message = "/error/message", Status = "/error/httpStatus", RequestId = "/request_id", RetryAfter = "/error/retry_after", DocsUrl = "/error/help",
                Members = new Dictionary<string, string> { ["details"] = "/error/details", ["first"] = "/errors/0/field" },
            },
            new() { Code = "/error_id", Message = "/message", RequestId = "/correlation_id" },
            new() { Message = "/detail" },
        ],
        Errors = [AgentNotFound, AgentProcessing, AgentFailed, NoAvailableWorkers, InternalError],
        Statuses =
        [
            new(500, 599, static error => new ServerException(error)) { Retry = RetryRule.Backoff(3, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8)) },
            new(404, 404, static error => new NotFoundException(error)) { Category = "Missing things", Message = "There is no such thing.", Resolution = "Look elsewhere.", DocsUrl = "https://docs.example/404" },
            new(429, 429, static error => new RateLimitException(error)) { Retry = RetryRule.Backoff(3, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8)) },
            new(501, 501, static error => new TestApiException(error)),
        ],
    };

    /// <summary>A service without a catalog.</summary>
    public static ErrorCatalog EmptyCatalog { get; } = new(static error => new TestApiException(error));

    public static ApiOperationInfo GetAgent { get; } = new("getAgent", HttpMethod.Get, "/v1/agent/{agent_code}") { Security = [["apiSecret"]] };

    public static ApiOperationInfo Speak { get; } = new("speak", HttpMethod.Post, "/v1/agent/{agent_code}/speak") { Security = [["apiSecret"]] };

    public static ApiCall GetCall(RequestOptions? options = null)
    {
        ApiCall call = new(GetAgent, options);
        call.Path("agent_code", "A1");
        return call;
    }

    public static ApiCall PostCall(RequestOptions? options = null)
    {
        ApiCall call = new(Speak, options);
        call.Path("agent_code", "A1");
        call.JsonBody("hello", static (writer, value) => writer.WriteStringValue(value));
        return call;
    }

    public static Agent ReadAgent(ref Utf8JsonReader reader)
    {
        string id = "";
        JsonMemberReader members = new(s_members);
        while (members.Next(ref reader))
        {
            id = reader.String();
        }

        return new(id);
    }
}

internal sealed record Agent(string Id);

internal class TestApiException(ApiError error) : ApiException(error);

internal class NotFoundException(ApiError error) : TestApiException(error);

internal sealed class AgentNotFoundException(ApiError error) : NotFoundException(error);

internal sealed class AgentFailedException(ApiError error) : TestApiException(error);

internal sealed class RateLimitException(ApiError error) : TestApiException(error);

internal class ServerException(ApiError error) : TestApiException(error);

internal sealed class NoAvailableWorkersException(ApiError error) : ServerException(error);
