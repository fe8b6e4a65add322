using System.Net;
using System.Text.Json;

namespace Dragoman.Runtime.Tests;

/// <summary>Makes one call of a case through a whole pipeline, with a clock that is over every wait at once, and looks at what happens between its tries.</summary>
internal sealed class VectorRun(RetryVector vector, RetryQuota quota, IReadOnlyList<RetryStep> steps) : HttpMessageHandler
{
    private readonly FakeTimeProvider _clock = new(vector.Now);
    private readonly List<(double Waited, int Tokens)> _seen = [];
    private int _waits;
    private int _sent;

    public async Task CheckAsync()
    {
        using TestClient client = new(this, Configure, Catalog(), _clock);
        Exception? thrown = await Record.ExceptionAsync(() => client.CallAsync(Call()));
        Note();

        Assert.Equal(steps.Count, _sent);
        Assert.Equal(steps.Select(static step => step.Wait), _seen.Select(static seen => seen.Waited));
        Assert.All(steps.Zip(_seen), static pair => Assert.Equal(pair.First.Tokens ?? pair.Second.Tokens, pair.Second.Tokens));
        CheckEnd(steps[^1], thrown);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_sent > 0)
        {
            Note();
        }

        RetryStep step = steps[Math.Min(_sent++, steps.Count - 1)];
        if (step.Meanwhile.Count > 0)
        {
            await new VectorRun(vector, quota, step.Meanwhile).CheckAsync();
        }

        return step.Answer.ValueKind == JsonValueKind.Number ? Response(step) : throw (step.Answer.GetString() switch
        {
            "refused" => new HttpRequestException(HttpRequestError.ConnectionError, "Refused."),
            "broken" => new HttpRequestException(HttpRequestError.ResponseEnded, "Broken."),
            "bug" => new InvalidOperationException("A bug."),
            _ => new InvalidDataException($"'{step.Answer}' is no answer."),
        });
    }

    private static HttpResponseMessage Response(RetryStep step)
    {
        int status = step.Answer.GetInt32();
        string body = status == (int)HttpStatusCode.OK ? """{"id":"A1"}""" : step.Code is null ? "" : $$"""{"code":"{{step.Code}}"}""";
        return StubHandler.Response(status, body, [.. step.Headers.Select(static header => (header[0], header[1]))]);
    }

    /// <summary>What has happened since the last try.</summary>
    private void Note()
    {
        IReadOnlyList<TimeSpan> waits = _clock.Waits;
        _seen.Add((waits.Skip(_waits).Sum(static wait => wait.TotalSeconds), quota.Tokens));
        _waits = waits.Count;
    }

    private static void CheckEnd(RetryStep last, Exception? thrown)
    {
        if (last.Throws is not null)
        {
            Assert.Equal(last.Throws, thrown?.GetType().Name);
            return;
        }

        if (last.Stop == StopReason.Succeeded)
        {
            Assert.Null(thrown);
            return;
        }

        // Whatever stops a call, what it throws is the service's own error, or that of the way to it.
        ApiException error = Assert.IsType<ApiException>(thrown, exactMatch: false);
        Assert.Equal(last.Stop, error.StopReason);
        Assert.Equal(last.Answer.ValueKind == JsonValueKind.Number ? last.Answer.GetInt32() : null, error.Status);
        if (last.RetryAfter is { } wait)
        {
            Assert.Equal(TimeSpan.FromSeconds(wait), error.RetryAfter);
        }
    }

    private void Configure(ApiClientOptions options)
    {
        options.RetryQuota = quota;
        options.Timeout = vector.Timeout is { } timeout ? TimeSpan.FromSeconds(timeout) : options.Timeout;
        options.MaxRetryAfter = vector.MaxRetryAfter is { } longest ? TimeSpan.FromSeconds(longest) : options.MaxRetryAfter;
    }

    private ApiCall Call() => new(new("case", new(vector.Method), "/case") { IsLongPoll = vector.LongPoll });

    private ErrorCatalog Catalog() => new(static error => new TestApiException(error))
    {
        Envelopes = [new() { Code = "/code" }],
        Errors = [.. vector.Rules.Where(static rule => rule.Code is not null).Select(static rule => new ErrorDefinition(rule.Code!, static error => new TestApiException(error)) { Retry = rule.ToRule() })],
        Statuses = [.. vector.Rules.Where(static rule => rule.Statuses is not null).Select(static rule => new StatusDefinition(rule.Statuses![0], rule.Statuses[1], static error => new TestApiException(error)) { Retry = rule.ToRule() })],
    };
}
