using System.Text;

namespace Dragoman;

/// <summary>An error as the catalog sees it: of a response, of an event in the middle of one that began as a success, or of a message of a channel.</summary>
internal sealed class ResponseError
{
    private readonly ApiError _error;
    private readonly Func<ApiError, ApiException> _create;

    private ResponseError(ApiError error, RetryRule rule, ServerDirective directive, Func<ApiError, ApiException> create)
    {
        _error = error;
        _create = create;
        Rule = rule;
        Directive = directive;
    }

    /// <summary>What is known of it.</summary>
    public ApiError Details => _error;

    public string? Code => _error.Code;

    /// <summary>What the catalog calls the error, else the code that the service sent.</summary>
    public string? Name => _error.Definition?.Code ?? _error.Code;

    public bool HasKnownCode => _error.Definition is not null;

    /// <summary>The rule of the code, else of the status, else what is usual for the status.</summary>
    public RetryRule Rule { get; }

    /// <summary>What headers and body say of another try.</summary>
    public ServerDirective Directive { get; }

    /// <summary>Whether it is a notice, and no failure.</summary>
    public bool IsAdvisory => Rule.Recovery == Recovery.Advisory;

    public static ResponseError Read(ApiResponse response, ResponseReport report)
    {
        ErrorBody body = ErrorBody.Read(response.Body.Span, report.Catalog);
        ApiError known = report.Describe($"The server answered {HttpStatus.Describe(response.Status)}.");
        return Of(body, known, ServerDirective.Read(response.Headers, report.Clock), response.Headers.Date ?? report.Clock.GetUtcNow(), report.Catalog, report.Mask);
    }

    public static ResponseError Read(ServerSentEvent received, ResponseReport report)
    {
        byte[] data = Encoding.UTF8.GetBytes(received.Data);
        ErrorBody body = ErrorBody.Read(data, report.Catalog);
        report.HideSecretsOf(data);

        // The status of the response is that of a success, which the error has overtaken.
        ApiError known = report.Describe("The stream ended with an error.") with { Status = body.Status, Body = report.Show(received.Data) };
        return Of(body, known, default, report.Clock.GetUtcNow(), report.Catalog, report.Mask);
    }

    /// <summary>Joins what the body and the catalog say to what is known of the error without them.</summary>
    /// <param name="body">The body.</param>
    /// <param name="known">The message in case that nobody has another, the status, the headers' request id.</param>
    /// <param name="headers">What the headers say of another try.</param>
    /// <param name="now">From when the wait until an instant is counted.</param>
    /// <param name="catalog">The catalog.</param>
    /// <param name="mask">Takes the secrets out.</param>
    public static ResponseError Of(ErrorBody body, ApiError known, ServerDirective headers, DateTimeOffset now, ErrorCatalog catalog, SecretMask mask)
    {
        ErrorDefinition? coded = catalog.Find(body.Code);
        ErrorDefinition? definition = coded ?? catalog.Find(known.Status, body.Message, known.Body);
        StatusDefinition? status = definition is null && known.Status is { } number ? catalog.Find(number) : null;
        RetryRule rule = definition?.Retry ?? status?.Retry ?? (known.Status is { } usual ? DefaultRules.OfStatus(usual, catalog) : RetryRule.Never);
        TimeSpan? until = body.FindInstant(rule.Pointer) is { } end ? Pause.Until(end, now) : null;
        ServerDirective directive = headers.With(body.RetryAfter, until);

        ApiError error = known with
        {
            Message = mask.Apply(body.Message ?? definition?.Message ?? status?.Message ?? known.Message)!,
            Code = coded?.Code ?? mask.Apply(body.Code),
            Resolution = definition?.Resolution ?? status?.Resolution,
            Category = definition?.Category ?? status?.Category,
            DocsUrl = mask.Apply(body.DocsUrl) ?? definition?.DocsUrl ?? status?.DocsUrl,
            RequestId = mask.Apply(body.RequestId) ?? known.RequestId,
            RetryAfter = directive.Wait,
            Recovery = rule.Recovery,
            Members = body.Members.ToDictionary(static member => member.Key, member => mask.Apply(member.Value)).AsReadOnly(),
            Definition = definition,
        };
        return new(error, rule, directive, definition?.Create ?? status?.Create ?? catalog.Fallback);
    }

    /// <summary>The exception of an error that no try met.</summary>
    public ApiException ToException() => _create(_error);

    public ApiException ToException(ResponseReport report) => _create(_error with
    {
        Attempts = report.Context.Attempts.ToList(),
        StopReason = report.Context.StopReason,
    });
}
