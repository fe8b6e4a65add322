using Interhuman;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The 37 ids of version 0. Its error page names no statuses but one: these are the assumed ones.</summary>
internal static class InterhumanCodes
{
    /// <summary>The id that makes a channel connect again by itself.</summary>
    public const string GoingAway = "ih6005";

    /// <summary>The id that is no error.</summary>
    public const string Notice = "ih6006";

    public static IReadOnlyList<CodeCase> All { get; } =
    [
        new("ih1001", "analyzeUpload", 500, typeof(InternalErrorException), typeof(ServerException)),
        new("ih1002", "analyzeUpload", 503, typeof(ServiceTemporarilyUnavailableException), typeof(ServerException)),

        new("ih2001", "createToken", 400, typeof(InvalidScopeException), typeof(BadRequestException)),
        new("ih2002", "createToken", 400, typeof(EmptyScopesException), typeof(BadRequestException)),
        new("ih2003", "createToken", 400, typeof(MissingScopesException), typeof(BadRequestException)),
        new("ih2004", "createToken", 400, typeof(MissingKeyIdException), typeof(BadRequestException)),
        new("ih2005", "createToken", 400, typeof(MissingKeySecretException), typeof(BadRequestException)),
        new("ih2006", "createToken", 401, typeof(InvalidCredentialsException), typeof(AuthenticationException)),
        new("ih2007", "createToken", 403, typeof(UnauthorizedScopeException), typeof(PermissionDeniedException)),
        new("ih2008", "analyzeUpload", 401, typeof(MissingTokenException), typeof(AuthenticationException)),
        new("ih2009", "analyzeUpload", 401, typeof(TokenExpiredException), typeof(AuthenticationException)),
        new("ih2010", "analyzeUpload", 401, typeof(InvalidTokenException), typeof(AuthenticationException)),
        new("ih2011", "analyzeUpload", 403, typeof(InsufficientScopeException), typeof(PermissionDeniedException)),

        new("ih3001", "analyzeUpload", 429, typeof(RateLimitExceededException), typeof(RateLimitException)),
        new("ih3002", "analyzeUpload", 429, typeof(ConcurrentRequestLimitException), typeof(RateLimitException)),
        new("ih3003", "analyzeUpload", 429, typeof(QuotaExceededException), typeof(RateLimitException)),
        new("ih3004", "analyzeUpload", 429, typeof(DailyQuotaExceededException), typeof(RateLimitException)),
        new("ih3005", "analyzeUpload", 402, typeof(InactiveSubscriptionException), typeof(PaymentRequiredException)),

        new("ih4001", "analyzeUpload", 400, typeof(MissingVideoFileException), typeof(BadRequestException)),
        new("ih4002", "analyzeUpload", 400, typeof(UnsupportedFileTypeException), typeof(BadRequestException)),
        new("ih4003", "analyzeUpload", 413, typeof(FileTooLargeException), typeof(ContentTooLargeException)),
        new("ih4004", "analyzeUpload", 400, typeof(VideoTooLongException), typeof(BadRequestException)),
        new("ih4005", "analyzeUpload", 400, typeof(InvalidParameterException), typeof(BadRequestException)),
        new("ih4006", "createToken", 400, typeof(InvalidJsonException), typeof(BadRequestException)),

        new("ih5001", "analyzeUpload", 422, typeof(EmptyVideoException), typeof(UnprocessableContentException)),
        new("ih5002", "analyzeUpload", 422, typeof(CorruptedVideoException), typeof(UnprocessableContentException)),
        new("ih5003", "analyzeUpload", 422, typeof(UnsupportedCodecException), typeof(UnprocessableContentException)),
        new("ih5004", "analyzeUpload", 422, typeof(MalformedVideoSegmentException), typeof(UnprocessableContentException)),
        new("ih5005", "analyzeUpload", 422, typeof(VideoSegmentTooLargeException), typeof(UnprocessableContentException)),
        new("ih5006", "analyzeUpload", 422, typeof(VideoSegmentTooSmallException), typeof(UnprocessableContentException)),
        new("ih5007", "analyzeUpload", 422, typeof(ContentRejectedException), typeof(UnprocessableContentException)),

        new("ih6001", "streamAnalyze", null, typeof(InvalidMessageFormatException)),
        new("ih6002", "streamAnalyze", null, typeof(MessageTooLargeException)),
        new("ih6003", "streamAnalyze", null, typeof(SessionIdleTimeoutException)),
        new("ih6004", "streamAnalyze", null, typeof(SessionDurationExceededException)),
        new(GoingAway, "streamAnalyze", null, typeof(ServerGoingAwayException)),
        new(Notice, "streamAnalyze", null, typeof(ShutdownWarningException)),
    ];
}
