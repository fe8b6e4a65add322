namespace Dragoman.Runtime.Tests;

/// <summary>A client whose token an authorization server gives, as a generator would write it.</summary>
internal sealed class OAuthClient : IDisposable
{
    private static readonly ApiOperationInfo s_read = new("read", HttpMethod.Get, "/read") { Security = [["oauth"]] };

    private readonly ApiPipeline _pipeline;

    public OAuthClient(Uri address, OAuthGrant grant, OAuthEndpoints? endpoints = null, IRetryQuota? quota = null, FakeTimeProvider? clock = null)
    {
        Clock = clock ?? new();
        ApiClientOptions options = new() { BaseAddress = address, TimeProvider = Clock, Random = new FixedRandom(), RetryQuota = quota };
        _pipeline = new(options, TestApi.EmptyCatalog, [ApiCredential.OAuth("oauth", null, null, grant, endpoints ?? new() { Token = "/oauth/token", DeviceAuthorization = "/oauth/device" })]);
    }

    public FakeTimeProvider Clock { get; }

    public async Task<Agent> ReadAsync()
    {
        using ApiResponse response = await _pipeline.SendAsync(new(s_read), default);
        return response.Status == 200 ? response.ReadJson(TestApi.ReadAgent) : throw response.ToException();
    }

    public void Dispose() => _pipeline.Dispose();
}
