namespace Dragoman.Runtime.Tests;

public class CredentialTests
{
    [Fact]
    public async Task Each_kind_is_sent_as_its_standard_says()
    {
        SentRequest request = await SentAsync(
            [["bearer", "header", "query"]],
            ApiCredential.Bearer("bearer", "t.o-k=="), ApiCredential.Header("header", "X-Key", "k"), ApiCredential.Query("query", "api key", "a&b"));

        Assert.Equal("Bearer t.o-k==", request.Headers["Authorization"]);
        Assert.Equal("k", request.Headers["X-Key"]);
        Assert.Equal("?api%20key=a%26b", request.Uri.Query);
    }

    [Theory]
    // RFC 7617, sections 2 and 2.1.
    [InlineData("Aladdin", "open sesame", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")]
    [InlineData("test", "123\u00A3", "Basic dGVzdDoxMjPCow==")]
    public async Task Basic_is_sent_as_in_the_standard(string user, string password, string header) =>
        Assert.Equal(header, (await SentAsync([["s"]], ApiCredential.Basic("s", user, password))).Headers["Authorization"]);

    [Fact]
    public async Task Another_scheme_is_a_word_before_the_secret()
    {
        Assert.Equal("SharedAccessKey k=1", (await SentAsync([["s"]], ApiCredential.Http("s", "SharedAccessKey", "k=1"))).Headers["Authorization"]);
        Assert.False((await SentAsync([["s"]], ApiCredential.Http("s", "SharedAccessKey", ""))).Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public void A_user_name_with_a_colon_is_refused() => Assert.Throws<ArgumentException>(static () => ApiCredential.Basic("s", "a:b", "c"));

    [Fact]
    public async Task The_first_alternative_that_can_be_fulfilled_is_taken()
    {
        ApiCredential[] credentials = [ApiCredential.Header("a", "A", "1"), ApiCredential.Header("b", "B", null), ApiCredential.Header("c", "C", "3"), ApiCredential.Header("d", "D", "")];

        Assert.Equal(["C"], Sent(await SentAsync([["a", "b"], ["d"], ["c"], ["a"]], credentials)));
        Assert.Equal(["A", "C"], Sent(await SentAsync([["a", "c"]], credentials)));
        Assert.Equal([], Sent(await SentAsync([["b"], ["d"], ["unknown"]], credentials)));
        Assert.Equal([], Sent(await SentAsync([], credentials)));
        Assert.Equal(["A"], Sent(await SentAsync([[], ["a"]], credentials)));
        Assert.Equal([], Sent(await SentAsync([["b"], []], credentials)));

        static IEnumerable<string> Sent(SentRequest request) => request.Headers.Keys.Where(static name => name.Length == 1).Order();
    }

    [Fact]
    public async Task Every_try_is_authenticated()
    {
        StubHandler handler = StubHandler.Of((502, ""), (200, """{"id":"A1"}"""));
        using TestClient client = new(handler);

        await client.GetAsync();

        Assert.Equal([TestClient.Secret, TestClient.Secret], handler.Requests.Select(static request => request.Headers["api-secret"]));
    }

    private static async Task<SentRequest> SentAsync(IReadOnlyList<IReadOnlyList<string>> security, params ApiCredential[] credentials)
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using TestClient client = new(handler, credentials: credentials);
        ApiOperationInfo operation = new("x", HttpMethod.Get, "/x") { Security = security };
        using ApiResponse response = await client.Pipeline.SendAsync(new(operation), CancellationToken.None);
        return Assert.Single(handler.Requests);
    }
}
