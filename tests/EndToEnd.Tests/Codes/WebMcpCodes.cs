using WebMcp;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The 40 codes of the error reference.</summary>
internal static class WebMcpCodes
{
    public static IReadOnlyList<CodeCase> All { get; } =
    [
        new("UNAUTHORIZED", "getMe", 401, typeof(UnauthorizedException), typeof(AuthenticationException)),
        new("TOKEN_EXPIRED", "listVault", 401, typeof(TokenExpiredException), typeof(AuthenticationException)),
        new("TOKEN_REVOKED", "chat", 401, typeof(TokenRevokedException), typeof(AuthenticationException)),
        new("INVALID_TOKEN", "listAgents", 401, typeof(InvalidTokenException), typeof(AuthenticationException)),
        new("ADMIN_REQUIRED", "refundTransaction", 403, typeof(AdminRequiredException), typeof(ForbiddenException)),
        new("TERMS_NOT_ACCEPTED", "createSession", 403, typeof(TermsNotAcceptedException), typeof(ForbiddenException)),

        new("RATE_LIMITED", "listRuns", 429, typeof(RateLimitedException), typeof(RateLimitException)),
        new("OUTGOING_RATE_LIMITED", "callMcpTool", 429, typeof(OutgoingRateLimitedException), typeof(RateLimitException)),

        new("NO_CREDITS", "chat", 402, typeof(NoCreditsException), typeof(PaymentRequiredException)),
        new("NO_PAYMENT_METHOD", "updateAutoTopUp", 402, typeof(NoPaymentMethodException), typeof(PaymentRequiredException)),
        new("PAYMENT_FAILED", "purchaseCredits", 402, typeof(PaymentFailedException), typeof(PaymentRequiredException)),
        new("SUBSCRIPTION_PAST_DUE", "runAgent", 402, typeof(SubscriptionPastDueException), typeof(PaymentRequiredException)),

        new("TIER_REQUIRED", "createAgent", 403, typeof(TierRequiredException), typeof(ForbiddenException)),
        new("FEATURE_LIMIT_REACHED", "createGroup", 403, typeof(FeatureLimitReachedException), typeof(ForbiddenException)),
        new("WORKSPACE_REQUIRED", "createWorkspace", 403, typeof(WorkspaceRequiredException), typeof(ForbiddenException)),

        new("INVALID_SESSION", "chat", 400, typeof(InvalidSessionException), typeof(BadRequestException)),
        new("SESSION_NOT_FOUND", "getSession", 404, typeof(SessionNotFoundException), typeof(NotFoundException)),
        new("SESSION_EXPIRED", "updateSessionTools", 410, typeof(SessionExpiredException), typeof(GoneException)),

        new("CHAT_TIMEOUT", "chat", 504, typeof(ChatTimeoutException), typeof(GatewayTimeoutException)),
        new("STREAM_ABORTED", "chat", 499, typeof(StreamAbortedException), typeof(ClientClosedRequestException)),
        new("MODEL_ERROR", "chat", 502, typeof(ModelErrorException), typeof(BadGatewayException)),
        new("TOOL_EXECUTION_ERROR", "callMcpTool", 502, typeof(ToolExecutionErrorException), typeof(BadGatewayException)),

        new("TOKEN_EXISTS", "addVaultToken", 409, typeof(TokenExistsException), typeof(ConflictException)),
        new("VAULT_LIMIT_REACHED", "addVaultToken", 403, typeof(VaultLimitReachedException), typeof(ForbiddenException)),
        new("MANIFEST_NOT_FOUND", "addVaultToken", 404, typeof(ManifestNotFoundException), typeof(NotFoundException)),
        new("MANIFEST_INVALID", "addDirectorySite", 422, typeof(ManifestInvalidException), typeof(UnprocessableContentException)),

        new("AGENT_NOT_FOUND", "updateAgent", 404, typeof(AgentNotFoundException), typeof(NotFoundException)),
        new("AGENT_LIMIT_REACHED", "createAgent", 403, typeof(AgentLimitReachedException), typeof(ForbiddenException)),
        new("RUN_NOT_FOUND", "getRun", 404, typeof(RunNotFoundException), typeof(NotFoundException)),
        new("RUN_NOT_CANCELLABLE", "cancelRun", 400, typeof(RunNotCancellableException), typeof(BadRequestException)),
        new("AGENT_ALREADY_RUNNING", "runAgent", 409, typeof(AgentAlreadyRunningException), typeof(ConflictException)),

        new("WEBHOOK_SECRET_INVALID", "triggerAgent", 401, typeof(WebhookSecretInvalidException), typeof(AuthenticationException)),
        new("WEBHOOK_PAYLOAD_INVALID", "triggerAgent", 422, typeof(WebhookPayloadInvalidException), typeof(UnprocessableContentException)),

        new("VALIDATION_ERROR", "addMember", 400, typeof(ValidationErrorException), typeof(BadRequestException)),
        new("INVALID_URL", "addDirectorySite", 400, typeof(InvalidUrlException), typeof(BadRequestException)),
        new("NOT_FOUND", "deleteConversation", 404, typeof(ResourceNotFoundException), typeof(NotFoundException)),

        new("WORKSPACE_NOT_FOUND", "getWorkspace", 404, typeof(WorkspaceNotFoundException), typeof(NotFoundException)),
        new("PERMISSION_DENIED", "removeMember", 403, typeof(PermissionDeniedException), typeof(ForbiddenException)),
        new("MEMBER_NOT_FOUND", "updateMember", 404, typeof(MemberNotFoundException), typeof(NotFoundException)),
        new("ROLE_CHANGE_FORBIDDEN", "updateMember", 403, typeof(RoleChangeForbiddenException), typeof(ForbiddenException)),
    ];
}
