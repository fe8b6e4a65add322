using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>What callers learn of the responses of their calls.</summary>
public class ResponseHeaderTests
{
    [Fact]
    public async Task A_result_has_status_and_headers_of_the_last_response()
    {
        int count = 0;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            context.Response.Headers.Append("X-Count", (++count).ToString(System.Globalization.CultureInfo.InvariantCulture));
            context.Response.Headers.Append("Set-Cookie", (string[])["a=1", "b=2"]);
            context.Response.ContentType = "application/json";
            context.Response.StatusCode = count == 1 ? 503 : 200;
            await context.Response.WriteAsync("""{"id":"A1"}""");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        List<int?> seen = [];

        ApiResult<Agent> result = await ApiResult.From(new RequestOptions { OnCompleted = call => seen.Add(call.Status) }, options => client.GetAsync(options));

        Assert.Equal((200, 2L, "application/json"), (result.Status, result.Headers.Int64("x-count"), result.Headers["Content-TYPE"]));
        Assert.Equal(["a=1", "b=2"], result.Headers.Values("set-cookie"));
        Assert.Contains(new("X-Count", "2"), result.Headers);
        Assert.True(result.Headers.TryGetValue("set-cookie", out string? cookies));
        Assert.Equal("a=1, b=2", cookies);
        Assert.False(result.Headers.TryGetValue("none", out _));
        Assert.Equal([200], seen);
    }

    [Fact]
    public async Task A_failure_has_them_without_the_secrets_that_were_sent()
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.Headers.Append("X-Echo", $"it was {context.Request.Headers["api-secret"]}");
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("{}");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);
        string? seen = null;

        ApiResult<Agent> result = await ApiResult.From(new RequestOptions { OnCompleted = call => seen = call.Headers["X-Echo"] }, options => client.GetAsync(options));

        Assert.Equal((404, "it was ***", "it was ***"), (result.Status, result.Headers["X-Echo"], seen));
        Assert.Same(result.Headers, result.Error!.Headers);
        Assert.Equal(["it was ***"], result.Headers.Where(static header => header.Key == "X-Echo").Select(static header => header.Value));
    }

    [Fact]
    public async Task Where_no_response_came_there_are_none()
    {
        using TestClient client = new(new StubHandler(static _ => throw new HttpRequestException("gone")), options => options.MaxRetries = 0);

        ApiResult<Agent> result = await ApiResult.From(null, options => client.GetAsync(options));

        Assert.Null(result.Status);
        Assert.Empty(result.Headers);
    }

    /// <summary>RFC 9110, section 5.6.7, and RFC 3339, section 5.8.</summary>
    [Theory]
    [InlineData("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.0000000+00:00")]
    [InlineData("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.0000000+00:00")]
    [InlineData("1985-04-12T23:20:50.52Z", "1985-04-12T23:20:50.5200000+00:00")]
    [InlineData("1996-12-19T16:39:57-08:00", "1996-12-19T16:39:57.0000000-08:00")]
    [InlineData("12:30", null)]
    [InlineData("1.5", null)]
    [InlineData("2026-01-02", null)]
    [InlineData("01/02/2026", null)]
    public async Task An_instant_has_one_of_two_forms(string value, string? instant)
    {
        using TestClient client = new(StubHandler.Of(() => StubHandler.Response(200, """{"id":"A1"}""", ("X-Time", value))));

        ApiResult<Agent> result = await ApiResult.From(null, options => client.GetAsync(options));

        Assert.Equal(instant, result.Headers.Time("x-time")?.ToString("O"));
    }

    [Theory]
    [InlineData("7", 7L, 7d, null)]
    [InlineData("-1.5", null, -1.5, null)]
    [InlineData("True", null, null, true)]
    [InlineData("99999999999999999999", null, 1e20, null)]
    [InlineData("", null, null, null)]
    public async Task A_value_of_another_form_is_none(string value, long? number, double? real, bool? flag)
    {
        await using WebServer server = await WebServer.StartAsync(context =>
        {
            context.Response.Headers.Append("X-Value", value);
            return context.Response.WriteAsync("""{"id":"A1"}""");
        });
        using TestClient client = new(configure: options => options.BaseAddress = server.Address);

        ResponseHeaders headers = (await ApiResult.From(null, options => client.GetAsync(options))).Headers;

        Assert.Equal((number, real, flag), (headers.Int64("x-value"), headers.Double("x-value"), headers.Boolean("x-value")));
    }
}
