using System.Diagnostics;

namespace Dragoman.Runtime.Tests;

public sealed class TelemetryTests
{
    private const string NoWorkers = """{"error":{"code":"NO_AVAILABLE_WORKERS","message":"All workers are busy."}}""";
    private const string Success = """{"id":"A1"}""";

    [Fact]
    public async Task A_call_is_one_activity_with_an_event_for_each_retry()
    {
        using Listeners heard = new("retried.example");
        using TestClient client = Client("retried.example", (503, NoWorkers), (503, NoWorkers), (200, Success));

        await client.GetAsync();

        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal(("getAgent", ActivityKind.Client, ActivityStatusCode.Unset), (activity.OperationName, activity.Kind, activity.Status));
        Assert.Equal("GET", activity.GetTagItem("http.request.method"));
        Assert.Equal("/v1/agent/{agent_code}", activity.GetTagItem("url.template"));
        Assert.Equal(8443, activity.GetTagItem("server.port"));
        Assert.Equal(200, activity.GetTagItem("http.response.status_code"));
        Assert.Equal(2, activity.GetTagItem("http.request.resend_count"));
        Assert.Null(activity.GetTagItem("error.type"));
        Assert.Equal(["retry", "retry"], activity.Events.Select(static item => item.Name));
        Assert.Equal(
            [("NO_AVAILABLE_WORKERS", 1, 0.5), ("NO_AVAILABLE_WORKERS", 2, 1.0)],
            activity.Events.Select(static item => item.Tags.ToDictionary()).Select(static tags => ((string)tags["error.type"]!, (int)tags["http.request.resend_count"]!, (double)tags["dragoman.retry.wait"]!)));
    }

    [Fact]
    public async Task Durations_hold_tries_and_waits_and_name_the_code()
    {
        using Listeners heard = new("failed.example");
        using TestClient client = Client("failed.example", (503, NoWorkers));

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        var duration = Assert.Single(heard.Measurements, static item => item.Name == "dragoman.client.operation.duration");
        Assert.Equal(0.5 + 1 + 2, duration.Value);
        Assert.Equal(("getAgent", "NO_AVAILABLE_WORKERS", 503), (duration.Tags["dragoman.operation"], duration.Tags["error.type"], duration.Tags["http.response.status_code"]));
        Assert.Equal(3, heard.Measurements.Where(static item => item.Name == "dragoman.client.retries").Sum(static item => item.Value));
        Assert.Equal((ActivityStatusCode.Error, "NO_AVAILABLE_WORKERS"), (heard.Activities[0].Status, heard.Activities[0].GetTagItem("error.type")));
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"MADE_UP_17"}}""", "404")]
    [InlineData(404, """{"error":{"code":"AGENT_NOT_FOUND"}}""", "AGENT_NOT_FOUND")]
    [InlineData(418, "<html>", "418")]
    public async Task Codes_that_the_catalog_does_not_know_make_no_series_of_their_own(int status, string body, string expected)
    {
        string host = $"h{expected.ToLowerInvariant().Replace('_', '-')}.example";
        using Listeners heard = new(host);
        using TestClient client = Client(host, (status, body));

        await Assert.ThrowsAnyAsync<ApiException>(() => client.GetAsync());

        Assert.Equal(expected, Assert.Single(heard.Activities).GetTagItem("error.type"));
    }

    [Fact]
    public async Task Without_a_response_the_exception_names_the_error()
    {
        using Listeners heard = new("broken.example");
        using StubHandler handler = new(static _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        using TestClient client = new(handler, static options => options.BaseAddress = new("https://broken.example"));

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.GetAsync());

        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal("Dragoman.TransportException", activity.GetTagItem("error.type"));
        Assert.Equal(error.Attempts.Count - 1, activity.Events.Count());
        Assert.Null(activity.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task A_failure_says_why_it_was_not_tried_again_and_a_success_does_not()
    {
        using Listeners heard = new("stopped.example");
        using TestClient client = Client("stopped.example", (503, NoWorkers), (200, Success));
        using CancellationTokenSource source = new();

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { MaxRetries = 0 }));
        await client.GetAsync();
        using TestClient failing = Client("stopped.example", (503, NoWorkers));
        failing.Clock.Waiting = _ => source.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => failing.GetAsync(cancellationToken: source.Token));
        using TestClient without = new(new StubHandler(static _ => throw new InvalidDataException()), static options => options.BaseAddress = new("https://stopped.example"), credentials: [ApiCredential.Bearer("apiSecret", null, static _ => throw new NotSupportedException())]);
        await Assert.ThrowsAsync<NotSupportedException>(() => without.GetAsync());

        (string?, string?)[] expected =
        [
            ("NO_AVAILABLE_WORKERS", "AttemptsSpent"), (null, null), ("System.Threading.Tasks.TaskCanceledException", "Canceled"), ("System.NotSupportedException", null),
        ];
        Assert.Equal(expected, heard.Activities.Select(static activity => ((string?)activity.GetTagItem("error.type"), (string?)activity.GetTagItem("dragoman.stop_reason"))));
        Assert.Equal(expected, heard.Measurements.Where(static item => item.Name == "dragoman.client.operation.duration").Select(static item => ((string?)item.Tags.GetValueOrDefault("error.type"), (string?)item.Tags.GetValueOrDefault("dragoman.stop_reason"))));
    }

    [Fact]
    public async Task The_quota_of_a_service_is_that_of_the_credential_with_the_fewest_tokens()
    {
        using Listeners heard = new("quota.example");
        using TestClient retrying = Client("quota.example", (503, NoWorkers), (503, NoWorkers), (200, Success));
        using TestClient other = new(StubHandler.Of((200, Success)), static options => options.BaseAddress = new("https://quota.example:8443/base"), secret: "other");

        heard.Collect();
        Assert.Empty(heard.Measurements);
        await retrying.GetAsync();
        await other.GetAsync();
        heard.Collect();

        // 100 at first, two retries of 14, and the last of them given back; the other one has 101.
        var (_, value, tags) = Assert.Single(heard.Measurements, static item => item.Name == "dragoman.client.quota.available");
        Assert.Equal(100 - 14 - 14 + 14, value);
        Assert.Equal([("server.address", "quota.example"), ("server.port", 8443)], tags.Select(static tag => (tag.Key, tag.Value)).Order());
    }

    [Fact]
    public async Task Nothing_that_a_caller_sends_is_told()
    {
        using Listeners heard = new("canary.example");
        using TestClient client = Client("canary.example", (503, NoWorkers), (200, Success));

        await client.GetAsync(new RequestOptions { Headers = { ["x-canary"] = "canary-header" } });

        string told = string.Join('\n', heard.Activities.SelectMany(static activity => activity.TagObjects.Concat(activity.Events.SelectMany(static item => item.Tags))).Concat(heard.Measurements.SelectMany(static item => item.Tags)));
        Assert.Contains("canary.example", told, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-header", told, StringComparison.Ordinal);
        Assert.DoesNotContain(TestClient.Secret, told, StringComparison.Ordinal);
        Assert.DoesNotContain("/A1", told, StringComparison.Ordinal);
    }

    private static TestClient Client(string host, params (int Status, string Body)[] answers) =>
        new(StubHandler.Of(answers), options => options.BaseAddress = new($"https://{host}:8443/base"));
}
