using System.Text;

namespace Dragoman.Runtime.Tests;

public class ResponseFormatTests
{
    [Theory]
    [InlineData("", null, "no body")]
    [InlineData(" \r\n", null, "no body")]
    [InlineData("\uFEFF", null, "no body")]
    [InlineData("<html>", "$", null)]
    [InlineData("[]", "$", "Expected an object but found an array")]
    [InlineData("null", "$", "Expected an object but found null")]
    [InlineData("""{"id":5}""", "$.id", "Expected a string but found a number")]
    [InlineData("""{"id":null}""", "$.id", "null")]
    [InlineData("""{"other":5}""", "$", "The required member 'id' is missing.")]
    [InlineData("""{"id":"A1""", "$.id", null)]
    [InlineData("""{"id":"A1"} x""", "$", null)]
    [InlineData("""{"id":"A1"}{"id":"A2"}""", "$", null)]
    [InlineData("""{"id":"\ud800"}""", "$.id", null)]
    public async Task A_success_that_is_not_as_described_says_where(string body, string? path, string? message)
    {
        StubHandler handler = StubHandler.Of((200, body));
        using TestClient client = new(handler);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.Equal(path, error.JsonPath);
        Assert.Contains(message ?? "", error.Message, StringComparison.Ordinal);
        Assert.Equal(200, error.Status);
        Assert.Equal(body.TrimStart('\uFEFF'), error.Body);
        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.False(error.IsRetryable);
        Assert.Single(error.Attempts);
        Assert.Single(handler.Requests);
    }

    [Theory]
    [InlineData("""{"id":5}""", 6)]
    [InlineData("""{"a":1,"id":[]}""", 12)]
    [InlineData("\uFEFF{\"id\":5}", 9)]
    public async Task The_position_is_that_of_the_refused_token_in_the_body(string body, int position)
    {
        using TestClient client = new(StubHandler.Of((200, body)));

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.Equal(position, error.BytePosition);
    }

    [Fact]
    public async Task The_tries_before_it_are_known()
    {
        using TestClient client = new(StubHandler.Of((502, ""), (200, "[]")));

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.Equal([(1, 502), (2, 200)], error.Attempts.Select(static attempt => (attempt.Number, attempt.Status)));
    }

    [Fact]
    public async Task A_value_that_was_refused_is_not_in_the_message()
    {
        using TestClient client = new(StubHandler.Of((200, """{"id":31337}""")));

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.DoesNotContain("31337", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_is_ignored()
    {
        using TestClient client = new(StubHandler.Of((200, "\uFEFF{\"id\":\"A1\"}")));

        Assert.Equal("A1", (await client.GetAsync()).Id);
    }

    [Theory]
    [InlineData(202, "The server answered 202 (Accepted), which is not described.")]
    [InlineData(204, "The server answered 204 (No Content), which is not described.")]
    public async Task A_success_that_is_not_described_breaks_the_contract(int status, string message)
    {
        using TestClient client = new(StubHandler.Of((status, "")));

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.Equal(message, error.Message);
        Assert.Null(error.JsonPath);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task A_body_may_be_as_large_as_allowed(int length, bool isAllowed)
    {
        string body = """{"id":"A1"}""".PadRight(length);
        StubHandler handler = StubHandler.Of((200, body));
        using TestClient client = new(handler, static options => options.MaxResponseBytes = 1000);

        ApiResult<Agent> result = await ApiResult.From(client.GetAsync());

        Assert.Equal(isAllowed, result.IsSuccess);
        Assert.Single(handler.Requests);
        if (!isAllowed)
        {
            ResponseFormatException error = Assert.IsType<ResponseFormatException>(result.Error);
            Assert.Contains("1000 bytes", error.Message, StringComparison.Ordinal);
            Assert.Single(error.Attempts);
        }
    }

    [Fact]
    public async Task A_large_body_arrives_whole()
    {
        string id = string.Concat(Enumerable.Range(0, 500_000).Select(static i => (char)('a' + i % 26)));
        using TestClient client = new(StubHandler.Of((200, $$"""{"id":"{{id}}"}""")));

        Assert.Equal(id, (await client.GetAsync()).Id);
    }

    [Fact]
    public async Task Of_a_body_that_is_not_as_described_64_KB_are_kept()
    {
        using TestClient client = new(StubHandler.Of((200, new string('x', 1_000_000))));

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => client.GetAsync());

        Assert.Equal(64 * 1024, error.Body!.Length);
    }

    [Fact]
    public async Task A_disposed_response_refuses_to_be_read()
    {
        using TestClient client = new(StubHandler.Of((200, "{}")));
        ApiResponse response = await client.Pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None);
        Assert.Equal("{}", Encoding.UTF8.GetString(response.Body.Span));
        response.Dispose();
        response.Dispose();

        Assert.Throws<ObjectDisposedException>(() => response.Body);
    }

    [Fact]
    public async Task Headers_are_found_by_name_without_case()
    {
        using TestClient client = new(StubHandler.Of(static () => StubHandler.Response(200, "{}", ("X-Total", "5"), ("X-Total", "6"), ("Content-Type", "application/json"))));

        using ApiResponse response = await client.Pipeline.SendAsync(TestApi.GetCall(), CancellationToken.None);

        Assert.Equal("5, 6", response.Header("x-total"));
        Assert.Equal("application/json", response.Header("content-type"));
        Assert.Null(response.Header("X-Missing"));
    }
}
