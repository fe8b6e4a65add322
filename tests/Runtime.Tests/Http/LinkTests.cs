namespace Dragoman.Runtime.Tests;

/// <summary>Links that an answer gave, such as that of the next page.</summary>
public class LinkTests
{
    // Relative references as RFC 3986, section 5.4.1, resolves them, from https://api.example/base/v1/agent/A1.
    [Theory]
    [InlineData("https://api.example/base/v1/agents?page=2", "https://api.example/base/v1/agents?page=2")]
    [InlineData("https://API.example:443/elsewhere?a=b%2Fc", "https://api.example/elsewhere?a=b%2Fc")]
    [InlineData("?page=2", "https://api.example/base/v1/agent/A1?page=2")]
    [InlineData("/x", "https://api.example/x")]
    [InlineData("A2", "https://api.example/base/v1/agent/A2")]
    [InlineData("../B", "https://api.example/base/v1/B")]
    [InlineData("x#y", "https://api.example/base/v1/agent/x")]
    public async Task A_link_is_followed(string link, string address) => Assert.Equal(address, (await SentAsync(link)).Uri.AbsoluteUri);

    [Theory]
    [InlineData("https://evil.example/x")]
    [InlineData("//evil.example/x")]
    [InlineData("http://api.example/x")]
    [InlineData("https://api.example:444/x")]
    [InlineData("https://user:secret@api.example/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//")]
    public async Task A_link_to_another_place_is_refused(string link) =>
        Assert.Equal("Link", (await Assert.ThrowsAsync<ArgumentException>(() => SentAsync(link))).ParamName);

    [Fact]
    public async Task Headers_and_credentials_go_with_the_link_and_the_operations_own_query_does_not()
    {
        SentRequest request = await SentAsync("/next?page=2", ApiCredential.Query("key", "api_key", "k"), ApiCredential.Header("header", "X-Key", "h"));

        Assert.Equal("https://api.example/next?page=2&api_key=k", request.Uri.AbsoluteUri);
        Assert.Equal("h", request.Headers["X-Key"]);
        Assert.Equal("1", request.Headers["X-Own"]);
    }

    private static async Task<SentRequest> SentAsync(string link, params ApiCredential[] credentials)
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using TestClient client = new(handler, credentials: credentials);
        ApiOperationInfo operation = new("x", HttpMethod.Get, "/v1/agent/{id}") { Security = [["key", "header"]] };
        ApiCall call = new(operation, new() { Link = new(link, UriKind.RelativeOrAbsolute) });
        call.Path("id", "A1");
        call.Query("page", "1");
        call.Header("X-Own", "1");
        using ApiResponse response = await client.Pipeline.SendAsync(call, CancellationToken.None);
        return Assert.Single(handler.Requests);
    }
}
