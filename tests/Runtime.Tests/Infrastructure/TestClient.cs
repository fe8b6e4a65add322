namespace Dragoman.Runtime.Tests;

/// <summary>A pipeline with a clock and a jitter that are under the test's control.</summary>
internal sealed class TestClient : IDisposable
{
    public const string Secret = "s3cr3t/with+\"marks\"";

    private readonly HttpClient? _httpClient;
    private readonly ApiPipeline _pipeline;

    public TestClient(HttpMessageHandler? handler = null, Action<ApiClientOptions>? configure = null, ErrorCatalog? catalog = null, FakeTimeProvider? clock = null, string? secret = Secret, ApiCredential[]? credentials = null)
    {
        Handler = handler;
        Clock = clock ?? new FakeTimeProvider();
        ApiClientOptions options = new() { BaseAddress = new("https://api.example/base"), TimeProvider = Clock, Random = new FixedRandom() };
        configure?.Invoke(options);

        _httpClient = handler is null ? null : new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _pipeline = new(options, catalog ?? TestApi.Catalog, credentials ?? [ApiCredential.Header("apiSecret", "api-secret", secret)], _httpClient);
    }

    public HttpMessageHandler? Handler { get; }

    public FakeTimeProvider Clock { get; }

    public ApiPipeline Pipeline => _pipeline;

    /// <summary>Calls as a generated method does.</summary>
    public Task<Agent> CallAsync(ApiCall call, CancellationToken cancellationToken = default) => _pipeline.SendAsync(call, 200, TestApi.ReadAgent, cancellationToken);

    public Task<Agent> GetAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) => CallAsync(TestApi.GetCall(options), cancellationToken);

    public Task<Agent> PostAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) => CallAsync(TestApi.PostCall(options), cancellationToken);

    public void Dispose()
    {
        _pipeline.Dispose();
        _httpClient?.Dispose();
    }
}
