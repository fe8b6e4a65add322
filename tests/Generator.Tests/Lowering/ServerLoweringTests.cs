namespace Dragoman.Generator.Tests.Lowering;

/// <summary>The Server Object (OpenAPI 3.1, 4.8.5).</summary>
public sealed class ServerLoweringTests
{
    [Theory]
    [InlineData("[{ url: 'https://api.example.com' }]", "https://api.example.com")]
    [InlineData("[{ url: 'https://api.example.com/v1/' }]", "https://api.example.com/v1")]
    [InlineData("[{ url: 'http://localhost:8080' }, { url: 'https://api.example.com' }]", "http://localhost:8080")]
    [InlineData("[{ url: /v1 }, { url: 'https://api.example.com' }]", "https://api.example.com")]
    [InlineData("[{ url: 'https://{region}.example.com/{v}', variables: { region: { default: eu }, v: { default: 1.0 } } }]", "https://eu.example.com/1.0")]
    [InlineData("[{ url: '{scheme}://example.com', variables: { scheme: { default: https, enum: [http, https] } } }]", "https://example.com")]
    [InlineData("[{ url: /v1 }]", null)]
    [InlineData("[{ url: '' }]", null)]
    [InlineData("[]", null)]
    public void The_first_absolute_address_is_the_base(string servers, string? address) => Assert.Equal(address, LoweredClient.Good($"servers: {servers}").Model.Client.BaseAddress);

    /// <summary>4.8.1: without servers the address is '/', which is relative.</summary>
    [Fact]
    public void Without_servers_there_is_none() => Assert.Null(LoweredClient.Good("paths: {}").Model.Client.BaseAddress);

    [Theory]
    [InlineData("{ url: 'ftp://example.com' }", "it is not an http or https URL")]
    [InlineData("{ url: 'file:///etc/passwd' }", "it is not an http or https URL")]
    [InlineData("{ url: '//evil.example' }", "it is not an http or https URL")]
    [InlineData("{ url: 'https://' }", "it is not an http or https URL")]
    [InlineData("{ url: 'http://user:pass@example.com' }", "a URL with a user name or password sends them to everyone who reads it")]
    [InlineData("{ url: 'https://example.com?a=b' }", "a base address has neither query nor fragment")]
    [InlineData("{ url: 'https://example.com/#a' }", "a base address has neither query nor fragment")]
    [InlineData("{ url: 'https://{host}', variables: { host: { default: 'evil.example/#' } } }", "a base address has neither query nor fragment")]
    [InlineData("{ url: 'https://{host}/v1' }", "it has a variable without a default")]
    [InlineData("{ url: 'https://{host}.example.com', variables: { host: { enum: [a] } } }", "it has a variable without a default")]
    public void An_address_that_is_no_base_is_shown(string server, string problem)
    {
        LoweredClient client = LoweredClient.Of($"servers: [{server}, {{ url: 'https://api.example.com' }}]");

        Assert.Equal(["DRG2015 3:18"], client.Problems);
        Assert.EndsWith($"is not used: {problem}", Assert.Single(client.Messages), StringComparison.Ordinal);
        Assert.Equal("https://api.example.com", client.Model.Client.BaseAddress);
    }
}
