namespace Dragoman.Runtime.Tests;

/// <summary>Answers that a test gives when it wants to, in any order, and a clock that waits for the test as well.</summary>
internal sealed class HedgingRun : IDisposable
{
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);

    private readonly List<PendingAnswer> _answers = [new(), new(), new(), new()];

    public HedgingRun(Action<ApiClientOptions>? configure = null, int tokens = 100, ErrorCatalog? catalog = null, ApiCredential[]? credentials = null)
    {
        Handler = new([.. _answers.Select(static answer => (Func<CancellationToken, Task<HttpResponseMessage>>)answer.WaitAsync)]);
        Quota = new(tokens: tokens);
        Client = new(
            Handler,
            options =>
            {
                (options.HedgingDelay, options.RetryQuota, options.MaxRetries) = (Delay, Quota, 0);
                configure?.Invoke(options);
            },
            catalog ?? TestApi.EmptyCatalog,
            new FakeTimeProvider { Waiting = static _ => { } },
            credentials: credentials);
    }

    public StubHandler Handler { get; }

    public TestClient Client { get; }

    public RetryQuota Quota { get; }

    public FakeTimeProvider Clock => Client.Clock;

    /// <summary>How many requests were sent.</summary>
    public int Sent => Handler.Requests.Count;

    public PendingAnswer First => _answers[0];

    public PendingAnswer Second => _answers[1];

    /// <summary>The answer to a request by its number, from 0.</summary>
    public PendingAnswer this[int request] => _answers[request];

    /// <summary>Lets the delay pass, after which a hedge is sent.</summary>
    public void PassDelay() => Clock.Advance(Delay);

    public void Dispose()
    {
        Client.Dispose();
        Handler.Dispose();
    }
}

/// <summary>The answer to one request.</summary>
internal sealed class PendingAnswer
{
    private readonly TaskCompletionSource<HttpResponseMessage> _source = new();

    /// <summary>Whether the request was canceled.</summary>
    public bool IsCanceled { get; private set; }

    /// <summary>Keeps the request from noticing that it was canceled, as one does whose answer is on its way already.</summary>
    public bool IsDeaf { get; set; }

    public Task<HttpResponseMessage> WaitAsync(CancellationToken cancellationToken)
    {
        cancellationToken.Register(() =>
        {
            IsCanceled = true;
            if (!IsDeaf)
            {
                _source.TrySetCanceled(cancellationToken);
            }
        });
        return _source.Task;
    }

    public void Give(int status, string body = """{"id":"A1"}""", params (string Name, string Value)[] headers) => _source.TrySetResult(StubHandler.Response(status, body, headers));

    public void Break(string reason) => _source.TrySetException(new HttpRequestException(HttpRequestError.ResponseEnded, reason));
}
