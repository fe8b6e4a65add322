using BitHuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The 18 codes of the error reference and what each must become; written by hand, so that catalog, generator and runtime have one measure.</summary>
internal static class CodeTable
{
    public static IReadOnlyList<CodeCase> All { get; } =
    [
        new("UNAUTHORIZED", "validateSecret", 401, typeof(UnauthorizedException), typeof(AuthenticationException), Recovery.None),
        new("MISSING_AUTH", "getAgent", 401, typeof(MissingAuthException), typeof(AuthenticationException), Recovery.None),
        new("ACCOUNT_SUSPENDED", "speak", 401, typeof(AccountSuspendedException), typeof(AuthenticationException), Recovery.None),
        new("INSUFFICIENT_BALANCE", "generateAgent", 402, typeof(InsufficientBalanceException), typeof(PaymentRequiredException), Recovery.None),

        new("AGENT_NOT_FOUND", "getAgentStatus", 404, typeof(AgentNotFoundException), typeof(NotFoundException), Recovery.None),
        new("AGENT_PROCESSING", "generateDynamics", 409, typeof(AgentProcessingException), typeof(ConflictException), Recovery.Poll),
        new("AGENT_FAILED", "generateAgent", 400, typeof(AgentFailedException), typeof(BadRequestException), Recovery.ChangeRequest),
        new("VALIDATION_ERROR", "updateAgent", 422, typeof(ValidationErrorException), typeof(UnprocessableContentException), Recovery.None),
        new("NO_ACTIVE_ROOMS", "addContext", 404, typeof(NoActiveRoomsException), typeof(NotFoundException), Recovery.Wait),

        new("FILE_TOO_LARGE", "uploadFile", 413, typeof(FileTooLargeException), typeof(ContentTooLargeException), Recovery.None),
        new("UNSUPPORTED_TYPE", "uploadFile", 415, typeof(UnsupportedTypeException), typeof(UnsupportedMediaTypeException), Recovery.None),
        new("DOWNLOAD_FAILED", "uploadFile", 400, typeof(DownloadFailedException), typeof(BadRequestException), Recovery.None),

        new("DYNAMICS_NOT_FOUND", "getDynamics", 404, typeof(DynamicsNotFoundException), typeof(NotFoundException), Recovery.None),
        new("DYNAMICS_PROCESSING", "updateDynamics", 409, typeof(DynamicsProcessingException), typeof(ConflictException), Recovery.Poll),

        new("RATE_LIMITED", "getAgent", 429, typeof(RateLimitedException), typeof(RateLimitException), Recovery.Retry, 500, 1000, 2000),
        new("NO_AVAILABLE_WORKERS", "speak", 503, typeof(NoAvailableWorkersException), typeof(ServerException), Recovery.Retry, 1000, 2000, 4000, 8000, 16000),
        new("SESSION_LIMIT", "speak", 429, typeof(SessionLimitException), typeof(RateLimitException), Recovery.Wait),
        new("INTERNAL_ERROR", "addContext", 500, typeof(InternalErrorException), typeof(ServerException), Recovery.Retry, 1000),
    ];

    /// <summary>The codes as theory data: a name that a test report can show.</summary>
    public static TheoryData<string> Codes => [.. All.Select(static row => row.Code)];

    public static CodeCase Of(string code) => All.Single(row => row.Code == code);
}
