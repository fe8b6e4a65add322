using Dragoman.Generator.Lowering;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class HeaderNameTests
{
    /// <summary>RFC 9110, 5.6.2: a token.</summary>
    [Theory]
    [InlineData("X-Api-Key")]
    [InlineData("x")]
    [InlineData("1")]
    [InlineData("!#$%&'*+-.^_`|~")]
    [InlineData("Hostname")]
    public void A_token_is_a_name(string name) => Assert.Null(HeaderName.Problem(name));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("X A")]
    [InlineData("X-A\r\nEvil: 1")]
    [InlineData("X-A:")]
    [InlineData("\"\"")]
    [InlineData("é")]
    [InlineData("a,b")]
    [InlineData("(a)")]
    [InlineData("a\0")]
    public void Anything_else_is_none(string name) => Assert.Equal("a header's name is letters, digits and !#$%&'*+-.^_`|~", HeaderName.Problem(name));

    /// <summary>RFC 9112, 3.2, 6.1 and 9.6, RFC 9110, 7.6.1 and 8.6: these say where a message goes and where it ends.</summary>
    [Theory]
    [InlineData("Host")]
    [InlineData("content-length")]
    [InlineData("TRANSFER-ENCODING")]
    [InlineData("Connection")]
    [InlineData("Upgrade")]
    [InlineData("TE")]
    [InlineData("Trailer")]
    public void A_header_of_http_itself_is_refused(string name) => Assert.Equal("HTTP itself uses this header", HeaderName.Problem(name));

    /// <summary>OpenAPI 3.1, 4.8.12.1: parameters of these names shall be ignored.</summary>
    [Theory]
    [InlineData("Accept", true)]
    [InlineData("content-type", true)]
    [InlineData("AUTHORIZATION", true)]
    [InlineData("Accept-Language", false)]
    [InlineData("X-Authorization", false)]
    public void Three_headers_are_described_elsewhere(string name, bool isDescribed) => Assert.Equal(isDescribed, HeaderName.IsDescribedElsewhere(name));
}
