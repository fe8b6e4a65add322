namespace Dragoman.Runtime.Tests;

public class OperationOptionsTests
{
    private static readonly TimeSpan s_second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(null, null, 4)]
    [InlineData(1, null, 2)]
    [InlineData(1, 2, 3)]
    [InlineData(1, 0, 1)]
    public async Task Retries_are_the_calls_else_the_operations_else_the_clients(int? ofOperation, int? ofCall, int requests)
    {
        // The catalog's rule of the code has three.
        StubHandler handler = StubHandler.Of((503, """{"error":{"code":"NO_AVAILABLE_WORKERS"}}"""));
        using TestClient client = new(handler, options =>
        {
            options.MaxRetries = 5;
            options.Operations["getAgent"] = new() { MaxRetries = ofOperation };
            options.Operations["speak"] = new() { MaxRetries = 0 };
        });

        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync(new() { MaxRetries = ofCall }));

        Assert.Equal(requests, handler.Requests.Count);
    }

    [Theory]
    [InlineData(null, null, 30)]
    [InlineData(20, null, 20)]
    [InlineData(20, 10, 10)]
    public async Task The_time_of_a_call_is_the_calls_else_the_operations_else_the_clients(int? ofOperation, int? ofCall, int seconds)
    {
        ApiTimeoutException error = await TimeOutAsync(
            options => (options.Timeout, options.Operations["getAgent"]) = (30 * s_second, new() { Timeout = ofOperation * s_second }),
            new() { Timeout = ofCall * s_second });

        Assert.Equal((TimeoutScope.Call, seconds * s_second), (error.Scope, error.Timeout));
    }

    [Theory]
    [InlineData(null, null, 30)]
    [InlineData(20, null, 20)]
    [InlineData(20, 10, 10)]
    public async Task The_time_of_a_try_is_the_calls_else_the_operations_else_the_clients(int? ofOperation, int? ofCall, int seconds)
    {
        ApiTimeoutException error = await TimeOutAsync(
            options => (options.AttemptTimeout, options.Operations["getAgent"]) = (30 * s_second, new() { AttemptTimeout = ofOperation * s_second }),
            new() { AttemptTimeout = ofCall * s_second });

        Assert.Equal((TimeoutScope.Attempt, seconds * s_second), (error.Scope, error.Timeout));
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(20, 20)]
    public async Task What_the_description_says_of_a_try_holds_before_the_client_only(int? ofOperation, int seconds)
    {
        ApiTimeoutException error = await TimeOutAsync(
            options => (options.AttemptTimeout, options.Operations["getAgent"]) = (30 * s_second, new() { AttemptTimeout = ofOperation * s_second }),
            RequestOptions.WithAttemptTimeout(new() { MaxRetries = 0 }, 5 * s_second));

        Assert.Equal(seconds * s_second, error.Timeout);
    }

    [Fact]
    public async Task A_client_copies_its_options()
    {
        StubHandler handler = StubHandler.Of((503, """{"error":{"code":"NO_AVAILABLE_WORKERS"}}"""));
        ApiClientOptions? given = null;
        using TestClient client = new(handler, options =>
        {
            given = options;
            options.Operations["getAgent"] = new() { MaxRetries = 1 };
        });

        given!.Operations["getAgent"].MaxRetries = 3;
        given.Operations.Clear();
        await Assert.ThrowsAsync<NoAvailableWorkersException>(() => client.GetAsync());

        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public void Values_outside_their_range_are_refused_by_name()
    {
        Assert.Equal("Operations[getAgent].MaxRetries", Refusal(new() { MaxRetries = 11 }));
        Assert.Equal("Operations[getAgent].Timeout", Refusal(new() { Timeout = TimeSpan.Zero }));
        Assert.Equal("Operations[getAgent].AttemptTimeout", Refusal(new() { AttemptTimeout = -s_second }));
        Assert.Equal("Operations[getAgent].IdleTimeout", Refusal(new() { IdleTimeout = TimeSpan.FromDays(50) }));
        Assert.Equal("Operations[getAgent]", Refusal(null));
    }

    [Fact]
    public void What_only_a_call_can_have_is_no_option_of_an_operation() =>
        Assert.Equal("Operations[getAgent]", Refusal(new RequestOptions { Headers = { ["x-trace"] = "a" } }));

    [Fact]
    public void An_operation_that_the_client_does_not_have_is_refused_by_name()
    {
        Assert.Equal("The client has no operation 'getAgents'. (Parameter 'Operations[getAgents]')", Refused("getAgents"));
        Assert.Equal("The client has no operation 'GETAGENT'. It has 'getAgent'. (Parameter 'Operations[GETAGENT]')", Refused("GETAGENT"));
        using ApiPipeline pipeline = new(new DescribedOptions { Operations = { ["getAgent"] = new() } }, TestApi.Catalog, []);

        static string Refused(string id) =>
            Assert.Throws<ArgumentException>(() => new ApiPipeline(new DescribedOptions { Operations = { [id] = new() } }, TestApi.Catalog, [])).Message;
    }

    private static string? Refusal(OperationOptions? refused) =>
        Assert.ThrowsAny<ArgumentException>(() => new TestClient(configure: options => options.Operations["getAgent"] = refused!)).ParamName;

    /// <summary>Calls a service that never answers; without retries.</summary>
    private static async Task<ApiTimeoutException> TimeOutAsync(Action<ApiClientOptions> configure, RequestOptions options)
    {
        FakeTimeProvider clock = new();
        StubHandler handler = new(async cancellationToken =>
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return StubHandler.Response(200);
        });
        using TestClient client = new(handler, configure, clock: clock);
        options.MaxRetries = 0;
        return await Assert.ThrowsAsync<ApiTimeoutException>(() => client.GetAsync(options));
    }

    private sealed class DescribedOptions : ApiClientOptions
    {
        public DescribedOptions() => BaseAddress = new("https://api.example");

        protected override IReadOnlyList<string> OperationIds => ["getAgent", "speak"];
    }
}
