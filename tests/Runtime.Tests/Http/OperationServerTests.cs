namespace Dragoman.Runtime.Tests;

public class OperationServerTests
{
    [Theory]
    [InlineData("https://api.example/base", "https://uploads.example/v2/x")]
    [InlineData("https://api.example/base/", "https://uploads.example/v2/x")]
    // Where the caller says where the service is, everything is there.
    [InlineData("https://proxy.example", "https://proxy.example/x")]
    public async Task An_operation_is_sent_to_its_own_server(string baseAddress, string sent)
    {
        StubHandler handler = StubHandler.Of((200, "{}"));
        using TestClient client = new(handler, options => options.BaseAddress = new(baseAddress));
        ApiOperationInfo operation = new("x", HttpMethod.Get, "/x") { Server = new("https://uploads.example/v2", "https://api.example/base") };

        using ApiResponse response = await client.Pipeline.SendAsync(new(operation), CancellationToken.None);

        Assert.Equal(sent, Assert.Single(handler.Requests).Uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("ftp://uploads.example")]
    [InlineData("https://user@uploads.example")]
    [InlineData("https://uploads.example?a=b")]
    public void An_address_that_no_client_could_have_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => new OperationServer(address, "https://api.example"));

    [Theory]
    [InlineData("https://{region}.example/{v}", "https://eu.example/1")]
    [InlineData("{region}://x/{v}", null)]
    [InlineData("https://{region}.example/{other}", "https://eu.example/%7Bother%7D")]
    public void Variables_take_their_places(string template, string? address) =>
        Assert.Equal(address, Record.Exception(() => new RegionOptions(template)) is null ? new RegionOptions(template).BaseAddress!.AbsoluteUri : null);

    private sealed class RegionOptions : ApiClientOptions
    {
        public RegionOptions(string template) => BaseAddress = ServerAddress(template, ("region", "eu"), ("v", "1"));
    }
}
