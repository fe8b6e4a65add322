using System.Text.Json;

namespace Dragoman;

/// <summary>An error response as the catalog sees it.</summary>
internal sealed class ResponseError
{
    private readonly ApiError _error;
    private readonly Func<ApiError, ApiException> _create;

    private ResponseError(ApiError error, RetryRule rule, Func<ApiError, ApiException> create)
    {
        _error = error;
        _create = create;
        Rule = rule;
    }

    public string? Code => _error.Code;

    public bool HasKnownCode => _error.Definition is not null;

    public TimeSpan? RetryAfter => _error.RetryAfter;

    /// <summary>The rule of the code, else of the status, else what is usual for the status.</summary>
    public RetryRule Rule { get; }

    public static ResponseError Read(ApiResponse response, ResponseReport report)
    {
        ErrorBody body = ErrorBody.Read(response.Body.Span, report.Catalog);
        ErrorDefinition? definition = report.Catalog.Find(body.Code);
        StatusDefinition? status = definition is null ? report.Catalog.Find(response.Status) : null;
        RetryRule rule = definition?.Retry ?? status?.Retry ?? DefaultRules.OfStatus(response.Status);

        string message = body.Message ?? definition?.Message ?? status?.Message ?? $"The server answered {HttpStatus.Describe(response.Status)}.";
        ApiError error = report.Describe(report.Mask.Apply(message)!);
        error = error with
        {
            Code = definition?.Code ?? report.Mask.Apply(body.Code),
            Resolution = definition?.Resolution ?? status?.Resolution,
            Category = definition?.Category,
            DocsUrl = definition?.DocsUrl,
            RequestId = report.Mask.Apply(body.RequestId) ?? error.RequestId,
            RetryAfter = Longest(RetryAfterHeader.Read(response.Headers, report.Clock) ?? body.RetryAfter, Until(body.FindInstant(rule.Pointer), response, report)),
            Recovery = rule.Recovery,
            Members = body.Members.ToDictionary(static member => member.Key, member => report.Mask.Apply(member.Value)).AsReadOnly(),
            Definition = definition,
        };
        return new(error, rule, definition?.Create ?? status?.Create ?? report.Catalog.Fallback);
    }

    private static TimeSpan? Until(DateTimeOffset? instant, ApiResponse response, ResponseReport report) =>
        instant is { } end ? Pause.Until(end, response.Headers.Date ?? report.Clock.GetUtcNow()) : null;

    private static TimeSpan? Longest(TimeSpan? asked, TimeSpan? until) => until is null || asked > until ? asked : until;

    public ApiException ToException(ResponseReport report) => _create(_error with
    {
        Attempts = report.Context.Attempts.ToList(),
        StopReason = report.Context.StopReason,
    });
}
