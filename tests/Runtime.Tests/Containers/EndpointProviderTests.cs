using System.Net;

namespace Dragoman.Runtime.Tests;

public class EndpointProviderTests
{
    [Fact]
    public async Task A_list_is_what_it_was_made_of_and_never_asked_again()
    {
        EndpointProvider list = EndpointProvider.List(new("http://a:1"), new("http://b:2"));

        Assert.Equal(["http://a:1/", "http://b:2/"], (await list.GetEndpointsAsync(default)).Select(static endpoint => endpoint.AbsoluteUri));
        Assert.Null(list.RefreshInterval);
    }

    [Fact]
    public async Task A_name_is_all_of_its_addresses_with_the_port_and_path()
    {
        string asked = "";
        EndpointProvider provider = EndpointProvider.OfName(new("http://workers.example:8089/v1"), TimeSpan.FromSeconds(3), (name, _) =>
        {
            asked = name;
            return Task.FromResult<IPAddress[]>([IPAddress.Parse("10.0.0.1"), IPAddress.Parse("2001:db8::7")]);
        });

        Assert.Equal(["http://10.0.0.1:8089/v1", "http://[2001:db8::7]:8089/v1"], (await provider.GetEndpointsAsync(default)).Select(static endpoint => endpoint.AbsoluteUri));
        Assert.Equal(("workers.example", TimeSpan.FromSeconds(3)), (asked, provider.RefreshInterval));
    }

    [Fact]
    public async Task Without_another_resolver_it_is_that_of_the_platform() =>
        Assert.Contains(new("http://127.0.0.1:8089"), await EndpointProvider.OfName(new("http://localhost:8089")).GetEndpointsAsync(default));

    [Theory]
    [InlineData("https://workers.example")]
    [InlineData("ftp://workers.example")]
    [InlineData("workers")]
    public void Certificates_are_for_names(string address) =>
        Assert.Throws<ArgumentException>(() => EndpointProvider.OfName(new(address, UriKind.RelativeOrAbsolute)));
}
