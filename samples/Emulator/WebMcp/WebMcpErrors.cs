using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>The 40 codes of the error reference.</summary>
internal static class WebMcpErrors
{
    private static readonly Dictionary<string, ApiError> s_byCode = new ApiError[]
    {
        new("UNAUTHORIZED", 401, "Nobody is signed in"),
        new("TOKEN_EXPIRED", 401, "The token has expired"),
        new("TOKEN_REVOKED", 401, "The token was revoked"),
        new("INVALID_TOKEN", 401, "The token is not valid"),
        new("ADMIN_REQUIRED", 403, "This is for administrators"),
        new("TERMS_NOT_ACCEPTED", 403, "The terms are not accepted yet"),
        new("RATE_LIMITED", 429, "Too many requests"),
        new("OUTGOING_RATE_LIMITED", 429, "Too many calls to this site"),
        new("NO_CREDITS", 402, "Not enough credits"),
        new("NO_PAYMENT_METHOD", 402, "There is no payment method"),
        new("PAYMENT_FAILED", 402, "The payment was declined"),
        new("SUBSCRIPTION_PAST_DUE", 402, "The subscription is not paid"),
        new("TIER_REQUIRED", 403, "This needs a higher tier"),
        new("FEATURE_LIMIT_REACHED", 403, "The tier's limit is reached"),
        new("WORKSPACE_REQUIRED", 403, "This needs a workspace"),
        new("INVALID_SESSION", 400, "The session token is not valid"),
        new("SESSION_NOT_FOUND", 404, "There is no such session"),
        new("SESSION_EXPIRED", 410, "The session has expired"),
        new("CHAT_TIMEOUT", 504, "The answer took too long"),
        new("STREAM_ABORTED", 499, "The client hung up"),
        new("MODEL_ERROR", 502, "The model failed"),
        new("TOOL_EXECUTION_ERROR", 502, "The tool failed"),
        new("TOKEN_EXISTS", 409, "The site has a token already"),
        new("VAULT_LIMIT_REACHED", 403, "The vault is full"),
        new("MANIFEST_NOT_FOUND", 404, "The site has no manifest"),
        new("MANIFEST_INVALID", 422, "The site's manifest is not valid"),
        new("AGENT_NOT_FOUND", 404, "There is no such agent"),
        new("AGENT_LIMIT_REACHED", 403, "There are too many agents"),
        new("RUN_NOT_FOUND", 404, "There is no such run"),
        new("RUN_NOT_CANCELLABLE", 400, "The run has ended already"),
        new("AGENT_ALREADY_RUNNING", 409, "The agent is running"),
        new("WEBHOOK_SECRET_INVALID", 401, "The webhook secret is not right"),
        new("WEBHOOK_PAYLOAD_INVALID", 422, "The payload is not valid"),
        new("VALIDATION_ERROR", 400, "The request is not valid"),
        new("INVALID_URL", 400, "This is no URL"),
        new("NOT_FOUND", 404, "There is no such thing"),
        new("WORKSPACE_NOT_FOUND", 404, "There is no such workspace"),
        new("PERMISSION_DENIED", 403, "Your role does not allow this"),
        new("MEMBER_NOT_FOUND", 404, "There is no such member"),
        new("ROLE_CHANGE_FORBIDDEN", 403, "The owner's role stays"),
    }.ToDictionary(error => error.Code!, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The code is not one of the 40.</exception>
    public static ApiError Get(string code) => s_byCode.TryGetValue(code, out ApiError? error)
        ? error
        : throw new ArgumentException($"'{code}' is not in the error reference; say its message and status too.", nameof(code));

    public static RefusedException Refused(string code, string? retryAfter = null) => new(Get(code) with { RetryAfter = retryAfter });

    /// <summary>The reference speaks of details and does not show them: their form is assumed.</summary>
    public static RefusedException Invalid(string message) => new(Get("VALIDATION_ERROR") with
    {
        Extras = new JsonObject { ["details"] = new JsonArray(new JsonObject { ["message"] = message }) },
    });
}
