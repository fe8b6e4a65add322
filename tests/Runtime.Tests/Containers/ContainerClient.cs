using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>What a generator would write for <see cref="ContainerHost"/>.</summary>
internal sealed class ContainerClient : IReadinessClient
{
    private static readonly ApiOperationInfo s_ready = new("getReadiness", HttpMethod.Get, "/ready");
    private static readonly ApiOperationInfo s_launch = new("launch", HttpMethod.Post, "/launch");
    private static readonly ApiOperationInfo s_task = new("getTask", HttpMethod.Get, "/tasks/{id}");

    private static readonly ErrorCatalog s_catalog = new(static error => new TestApiException(error))
    {
        Envelopes = [new() { Message = "/detail" }],
        Statuses = [new(503, 503, static error => new ServerException(error)) { Retry = RetryRule.Wait }],
    };

    private readonly ApiPipeline _pipeline;
    private readonly ReadinessProbe _readiness;

    /// <param name="address">The container.</param>
    /// <param name="attemptTimeout">The limit of each try in real time; short only where a container hangs, since a busy machine is slow.</param>
    public ContainerClient(Uri address, TimeSpan? attemptTimeout = null)
    {
        TimeSpan limit = attemptTimeout ?? TimeSpan.FromSeconds(15);
        Address = address;
        _pipeline = new(new ApiClientOptions { BaseAddress = address, Random = new FixedRandom(0), AttemptTimeout = limit }, s_catalog, []);
        _readiness = new(_pipeline, new(s_ready) { Load = "/active", Capacity = "/most", AttemptTimeout = limit });
    }

    public Uri Address { get; }

    public bool IsDisposed { get; private set; }

    public Task<Readiness> AskReadinessAsync(CancellationToken cancellationToken) => _readiness.AskAsync(null, cancellationToken);

    /// <summary>Launches and returns the key as the task's id.</summary>
    public async Task<string> LaunchAsync(string key, CancellationToken cancellationToken)
    {
        ApiCall call = new(s_launch);
        call.IdempotencyKey("Idempotency-Key", key);
        using ApiResponse response = await _pipeline.SendAsync(call, cancellationToken);
        return response.Status == 200 ? response.ReadJson(Text) : throw response.ToException();
    }

    public Task<string> FollowAsync(string id, CancellationToken cancellationToken) => _pipeline.PollAsync(
        async token =>
        {
            ApiCall call = new(s_task);
            call.Path("id", id);
            using ApiResponse response = await _pipeline.SendAsync(call, token);
            return response.Status == 200 ? response.ReadJson(Text) : throw response.ToException();
        },
        static state => state == "completed" ? PollOutcome.Succeeded : PollOutcome.Pending,
        new PollSchedule(s_task, TimeSpan.FromMilliseconds(20), TimeSpan.FromMinutes(1)),
        null,
        cancellationToken);

    public void Dispose()
    {
        IsDisposed = true;
        _pipeline.Dispose();
    }

    private static string Text(ref Utf8JsonReader reader) => reader.String();
}
