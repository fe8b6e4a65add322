namespace Dragoman;

/// <summary>Sends requests to an authorization server as every call is sent: with retries, time limits, and no secret in an exception.</summary>
internal sealed class OAuthTransport(HttpClient client, ApiClientOptions options)
{
    private static readonly RetryRule s_backoff = RetryRule.Backoff(2, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8));

    /// <summary>RFC 6749, section 5.2. Errors that can pass have codes in the authorization endpoint's list (section 4.1.2.1), which servers use here too.</summary>
    private static readonly ErrorCatalog s_catalog = new(static error => new OAuthException(error))
    {
        Envelopes = [new() { Code = "/error", Message = "/error_description", DocsUrl = "/error_uri" }],
        Errors =
        [
            new("temporarily_unavailable", static error => new OAuthException(error)) { Retry = s_backoff },
            new("server_error", static error => new OAuthException(error)) { Retry = s_backoff },
        ],
    };

    /// <summary>Sends one request. A form or a credential that is null is not sent; the secrets are shown nowhere.</summary>
    /// <exception cref="OAuthException">The server refused.</exception>
    public async Task<ApiResponse> SendAsync(ApiOperationInfo operation, Uri endpoint, OAuthForm? form, ApiCredential? credential, IEnumerable<string> secrets, CancellationToken cancellationToken)
    {
        ApiClientOptions settings = new()
        {
            BaseAddress = new Uri(endpoint.GetLeftPart(UriPartial.Authority)),
            Timeout = options.Timeout,
            AttemptTimeout = options.AttemptTimeout,
            MaxRetries = options.MaxRetries,
            MaxRetryAfter = options.MaxRetryAfter,
            RetryQuota = options.RetryQuota,
            UserAgent = options.UserAgent,
            TimeProvider = options.TimeProvider,
            Random = options.Random,
        };
        ApiCall call = new(new ApiOperationInfo(operation.Id, operation.Method, endpoint.PathAndQuery) { Security = operation.Security }) { Body = form };
        List<ApiCredential> credentials = [new HiddenSecrets([.. secrets])];
        if (credential is not null)
        {
            credentials.Add(credential);
        }

        using ApiPipeline pipeline = new(settings, s_catalog, credentials, client);
        ApiResponse response = await pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccess)
        {
            return response;
        }

        using (response)
        {
            throw response.ToException();
        }
    }
}
