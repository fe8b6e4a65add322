using BitHuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The 18 codes of the error reference.</summary>
internal static class BitHumanCodes
{
    public static IReadOnlyList<CodeCase> All { get; } =
    [
        new("UNAUTHORIZED", "validateSecret", 401, typeof(UnauthorizedException), typeof(AuthenticationException)),
        new("MISSING_AUTH", "getAgent", 401, typeof(MissingAuthException), typeof(AuthenticationException)),
        new("ACCOUNT_SUSPENDED", "speak", 401, typeof(AccountSuspendedException), typeof(AuthenticationException)),
        new("INSUFFICIENT_BALANCE", "generateAgent", 402, typeof(InsufficientBalanceException), typeof(PaymentRequiredException)),

        new("AGENT_NOT_FOUND", "getAgentStatus", 404, typeof(AgentNotFoundException), typeof(NotFoundException)),
        new("AGENT_PROCESSING", "generateDynamics", 409, typeof(AgentProcessingException), typeof(ConflictException)),
        new("AGENT_FAILED", "generateAgent", 400, typeof(AgentFailedException), typeof(BadRequestException)),
        new("VALIDATION_ERROR", "updateAgent", 422, typeof(ValidationErrorException), typeof(UnprocessableContentException)),
        new("NO_ACTIVE_ROOMS", "addContext", 404, typeof(NoActiveRoomsException), typeof(NotFoundException)),

        new("FILE_TOO_LARGE", "uploadFile", 413, typeof(FileTooLargeException), typeof(ContentTooLargeException)),
        new("UNSUPPORTED_TYPE", "uploadFile", 415, typeof(UnsupportedTypeException), typeof(UnsupportedMediaTypeException)),
        new("DOWNLOAD_FAILED", "uploadFile", 400, typeof(DownloadFailedException), typeof(BadRequestException)),

        new("DYNAMICS_NOT_FOUND", "getDynamics", 404, typeof(DynamicsNotFoundException), typeof(NotFoundException)),
        new("DYNAMICS_PROCESSING", "updateDynamics", 409, typeof(DynamicsProcessingException), typeof(ConflictException)),

        new("RATE_LIMITED", "getAgent", 429, typeof(RateLimitedException), typeof(RateLimitException)),
        new("NO_AVAILABLE_WORKERS", "speak", 503, typeof(NoAvailableWorkersException), typeof(ServerException)),
        new("SESSION_LIMIT", "speak", 429, typeof(SessionLimitException), typeof(RateLimitException)),
        new("INTERNAL_ERROR", "addContext", 500, typeof(InternalErrorException), typeof(ServerException)),
    ];
}
