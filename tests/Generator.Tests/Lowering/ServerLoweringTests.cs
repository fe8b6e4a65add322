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

    [Theory]
    [InlineData("{ url: 'https://api.example.com' }", "")]
    [InlineData("{ url: 'https://{region}.example.com/{v}', variables: { region: { default: eu, enum: [eu, us] }, v: { default: 1.0, description: The version. } } }", "region=eu (One of: eu, us. Default: eu.), v=1.0 (The version. Default: 1.0.)")]
    [InlineData("{ url: '{endpoint}/v{version}', variables: { endpoint: { default: '' }, version: { default: '' } } }", "endpoint= (), version= ()")]
    [InlineData("{ url: 'https://{a-b}.example.com', variables: { a-b: { default: x }, unused: { default: y } } }", "aB=x (Default: x.)")]
    [InlineData("{ url: '/{v}', variables: { v: { default: v1 } } }", "")]
    public void Variables_of_the_address_are_the_callers_to_choose(string server, string expected) =>
        Assert.Equal(expected, string.Join(", ", LoweredClient.Good($"servers: [{server}]").Model.Client.Server?.Variables.Select(variable => $"{variable.ParameterName}={variable.Default} ({variable.Description.Replace('\n', ' ')})") ?? []));

    /// <summary>4.8.9 and 4.8.10: the servers of an operation are instead of those of its path, and those instead of the document's.</summary>
    [Theory]
    [InlineData("get: {}", "")]
    [InlineData("get: { servers: [{ url: 'https://uploads.example.com/' }] }", "https://uploads.example.com")]
    [InlineData("servers: [{ url: 'https://files.example.com' }], get: {}", "https://files.example.com")]
    [InlineData("servers: [{ url: 'https://files.example.com' }], get: { servers: [{ url: 'https://uploads.example.com' }] }", "https://uploads.example.com")]
    [InlineData("get: { servers: [{ url: 'https://{r}.example.com', variables: { r: { default: eu } } }] }", "https://eu.example.com")]
    [InlineData("get: { servers: [{ url: /v2 }] }", "https://api.example.com/v2")]
    [InlineData("get: { servers: [{ url: 'https://api.example.com/v1' }] }", "")]
    [InlineData("$ref: '#/components/pathItems/A'", "https://shared.example.com")]
    [InlineData("servers: [{ url: 'https://files.example.com' }], additionalOperations: { PURGE: {} }", "https://files.example.com")]
    public void An_operation_may_have_a_server_of_its_own(string path, string server) =>
        Assert.Equal(server, Assert.Single(LoweredClient.Good($"servers: [{{ url: 'https://api.example.com/v1' }}]\npaths: {{ /a: {{ {path} }} }}\ncomponents: {{ pathItems: {{ A: {{ servers: [{{ url: 'https://shared.example.com' }}], get: {{}} }} }} }}").Operations).Server);

    [Fact]
    public void Without_an_address_of_the_document_there_is_none_to_differ_from() =>
        Assert.Equal("", Assert.Single(LoweredClient.Good("paths: { /a: { get: { servers: [{ url: 'https://uploads.example.com' }] } } }").Operations).Server);
}
