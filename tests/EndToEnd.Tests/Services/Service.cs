using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>A service of <c>spec</c>: its emulator, its generated client, and a call of each of its operations.</summary>
internal abstract class Service
{
    public static IReadOnlyList<Service> All { get; } =
        [new BitHumanService(), new AvatarContainerService(), new FoilEngineService(), new InterhumanService(), new WebMcpService()];

    /// <summary>The folder of <c>spec</c> that describes it.</summary>
    public abstract string Folder { get; }

    /// <summary>The generated root client.</summary>
    public abstract Type RootClient { get; }

    /// <summary>The base of the exceptions that the service itself causes.</summary>
    public abstract Type Exception { get; }

    /// <summary>Where an error body has its message, as names to follow.</summary>
    public abstract IReadOnlyList<string> Message { get; }

    /// <summary>The page that documents the service's errors; null where there is none.</summary>
    protected virtual string? Docs => null;

    /// <summary>The operation that gives the client its tokens; null where a credential stays as it is.</summary>
    public virtual string? TokenOperation => null;

    public bool RenewsTokens => TokenOperation is not null;

    /// <summary>The operations that can be called.</summary>
    public abstract IEnumerable<string> OperationIds { get; }

    /// <summary>The page about the error that a body tells.</summary>
    public virtual string? DocsOf(JsonNode body) => Docs;

    public static Service Of(string folder) => All.Single(service => service.Folder == folder);

    /// <summary>Starts the emulator and a client of it.</summary>
    /// <param name="configure">Changes the options of the client, whose jitter is 1.</param>
    public abstract Task<ServiceSession> StartAsync(Action<ApiClientOptions>? configure = null);

    /// <summary>Does what has to be done before the calls can succeed.</summary>
    public virtual Task PrepareAsync(ServiceSession session) => Task.CompletedTask;
}

/// <summary>A service with its client.</summary>
internal abstract class Service<TClient, TOptions> : Service
    where TClient : class, IDisposable
    where TOptions : ApiClientOptions
{
    public override Type RootClient => typeof(TClient);

    public override IEnumerable<string> OperationIds => Calls.Keys;

    protected abstract IReadOnlyDictionary<string, Func<TClient, Task>> Calls { get; }

    public override async Task<ServiceSession> StartAsync(Action<ApiClientOptions>? configure = null)
    {
        FakeTimeProvider clock = new();
        ServiceEmulator emulator = await StartEmulatorAsync(TestContext.Current.CancellationToken);
        TOptions options = CreateOptions();
        options.BaseAddress = emulator.BaseAddress;
        options.TimeProvider = clock;
        options.Random = new FixedRandom();
        configure?.Invoke(options);
        TClient client = CreateClient(options);
        return new ServiceSession(emulator, clock, client, operationId => Calls[operationId](client));
    }

    protected abstract Task<ServiceEmulator> StartEmulatorAsync(CancellationToken ct);

    /// <summary>The options with credentials that the emulator accepts.</summary>
    protected abstract TOptions CreateOptions();

    protected abstract TClient CreateClient(TOptions options);
}
