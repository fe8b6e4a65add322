using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman;

/// <summary>The 18 codes of the error reference, written by hand so that a slip in the catalog shows as a difference.</summary>
internal static class ApiErrors
{
    public static readonly ApiError Unauthorized = new("UNAUTHORIZED", 401, "This API secret is not valid");
    public static readonly ApiError MissingAuth = new("MISSING_AUTH", 401, "The api-secret header is missing");
    public static readonly ApiError AccountSuspended = new("ACCOUNT_SUSPENDED", 401, "This account is suspended");
    public static readonly ApiError InsufficientBalance = new("INSUFFICIENT_BALANCE", 402, "Not enough credits");

    public static readonly ApiError AgentNotFound = new("AGENT_NOT_FOUND", 404, "There is no such agent");
    public static readonly ApiError AgentProcessing = new("AGENT_PROCESSING", 409, "The agent is being generated");
    public static readonly ApiError AgentFailed = new("AGENT_FAILED", 400, "The agent's generation has failed");
    public static readonly ApiError ValidationError = new("VALIDATION_ERROR", 422, "The request is not valid");
    public static readonly ApiError NoActiveRooms = new("NO_ACTIVE_ROOMS", 404, "The agent has no active room");

    public static readonly ApiError FileTooLarge = new("FILE_TOO_LARGE", 413, "The file is over the size limit");
    public static readonly ApiError UnsupportedType = new("UNSUPPORTED_TYPE", 415, "This file type is not supported");
    public static readonly ApiError DownloadFailed = new("DOWNLOAD_FAILED", 400, "The URL could not be downloaded");

    public static readonly ApiError DynamicsNotFound = new("DYNAMICS_NOT_FOUND", 404, "The agent has no dynamics");
    public static readonly ApiError DynamicsProcessing = new("DYNAMICS_PROCESSING", 409, "The dynamics are being generated");

    public static readonly ApiError RateLimited = new("RATE_LIMITED", 429, "Over the rate limit");
    public static readonly ApiError NoAvailableWorkers = new("NO_AVAILABLE_WORKERS", 503, "Every worker is busy");
    public static readonly ApiError SessionLimit = new("SESSION_LIMIT", 429, "Over the limit of concurrent sessions");
    public static readonly ApiError InternalError = new("INTERNAL_ERROR", 500, "The server has failed");

    private static readonly Dictionary<string, ApiError> s_byCode = new[]
    {
        Unauthorized, MissingAuth, AccountSuspended, InsufficientBalance,
        AgentNotFound, AgentProcessing, AgentFailed, ValidationError, NoActiveRooms,
        FileTooLarge, UnsupportedType, DownloadFailed,
        DynamicsNotFound, DynamicsProcessing,
        RateLimited, NoAvailableWorkers, SessionLimit, InternalError,
    }.ToDictionary(e => e.Code!, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The code is not one of the 18.</exception>
    public static ApiError Get(string code) => s_byCode.TryGetValue(code, out ApiError? error)
        ? error
        : throw new ArgumentException($"'{code}' is not in the error reference; say its message and status too.", nameof(code));

    public static RefusedException Invalid(string message) => new(ValidationError with { Message = message });
}
