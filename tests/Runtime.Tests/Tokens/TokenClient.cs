namespace Dragoman.Runtime.Tests;

/// <summary>A client that gets its token from an operation of its own, as a generator would write it.</summary>
internal sealed class TokenClient : IDisposable
{
    private static readonly ApiOperationInfo s_createToken = new("createToken", HttpMethod.Post, "/token");
    private static readonly ApiOperationInfo s_read = new("read", HttpMethod.Get, "/read") { Security = [["accessToken"]] };
    private static readonly ApiOperationInfo s_write = new("write", HttpMethod.Post, "/write") { Security = [["accessToken"]] };

    private readonly ApiPipeline _pipeline;

    public TokenClient(Uri address, TimeSpan? expiresIn = null, Action<ApiClientOptions>? configure = null, Func<CancellationToken, ValueTask<AccessToken>>? source = null, string? token = null)
    {
        ApiClientOptions options = new() { BaseAddress = address, TimeProvider = Clock, Random = new FixedRandom() };
        configure?.Invoke(options);
        _pipeline = new(options, Catalog, [ApiCredential.Bearer("accessToken", token, source ?? (async cancellationToken => new AccessToken((await CallAsync(new(s_createToken), cancellationToken)).Id, expiresIn)))]);
    }

    public FakeTimeProvider Clock { get; } = new();

    public Task<Agent> ReadAsync(CancellationToken cancellationToken = default, RequestOptions? options = null) => CallAsync(new(s_read, options), cancellationToken);

    public Task<Agent> WriteAsync() => CallAsync(new(s_write), default);

    /// <summary>Sends a body that can be read only once.</summary>
    public async Task UploadAsync()
    {
        using CountingStream stream = new(10);
        ApiCall call = new(s_write);
        call.FileBody(FileUpload.FromStream(stream));
        await CallAsync(call, default);
    }

    public void Dispose() => _pipeline.Dispose();

    private static ErrorCatalog Catalog { get; } = new(static error => new TestApiException(error))
    {
        Envelopes = [new() { Code = "/code", Message = "/message" }],
        Errors =
        [
            new("EXPIRED", static error => new TokenExpiredException(error)) { Status = 401, Retry = RetryRule.Authenticate },
            new("WEBHOOK", static error => new TestApiException(error)) { Status = 401 },
            new("BAD_KEY", static error => new BadKeyException(error)) { Status = 401 },
            new("BUSY", static error => new TestApiException(error)) { Status = 503, Retry = RetryRule.After(TimeSpan.FromSeconds(1), 1) },
        ],
        Statuses = [new(403, 403, static error => new TestApiException(error)) { Retry = RetryRule.Authenticate }],
    };

    private async Task<Agent> CallAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using ApiResponse response = await _pipeline.SendAsync(call, cancellationToken);
        return response.Status == 200 ? response.ReadJson(TestApi.ReadAgent) : throw response.ToException();
    }
}

internal sealed class TokenExpiredException(ApiError error) : TestApiException(error);

internal sealed class BadKeyException(ApiError error) : TestApiException(error);
