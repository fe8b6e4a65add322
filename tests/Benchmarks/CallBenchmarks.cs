using System.Net;
using BenchmarkDotNet.Attributes;

namespace Dragoman.Benchmarks;

/// <summary>A call that succeeds at once: with retries, without them, and by HttpClient alone. The answers come from a handler in memory.</summary>
[MemoryDiagnoser]
public class CallBenchmarks : IDisposable
{
    private readonly HttpClient _http = new(new Answering()) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ApiOperationInfo _operation = new("ask", HttpMethod.Get, "/ask");
    private readonly ApiPipeline _withRetries;
    private readonly ApiPipeline _withoutRetries;

    public CallBenchmarks()
    {
        _withRetries = Pipeline(new());
        _withoutRetries = Pipeline(new() { MaxRetries = 0 });
    }

    [Benchmark(Baseline = true)]
    public async Task<int> HttpClientAlone()
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri("http://service.example/ask"));
        return (int)response.StatusCode;
    }

    [Benchmark]
    public Task WithoutRetries() => _withoutRetries.SendAsync(new ApiCall(_operation, null), 204, CancellationToken.None);

    [Benchmark]
    public Task WithRetries() => _withRetries.SendAsync(new ApiCall(_operation, null), 204, CancellationToken.None);

    public void Dispose()
    {
        _withRetries.Dispose();
        _withoutRetries.Dispose();
        _http.Dispose();
        GC.SuppressFinalize(this);
    }

    private ApiPipeline Pipeline(ApiClientOptions options)
    {
        options.BaseAddress = new("http://service.example");
        return new(options, new(static error => new AskException(error)), [], _http);
    }

    private sealed class AskException(ApiError error) : ApiException(error);

    private sealed class Answering : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.NoContent));
    }
}
