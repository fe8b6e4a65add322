using Dragoman.Generator.Normalize;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>Keys of the Paths Object (OpenAPI 3.1, 4.8.8): each becomes part of a request's URL and of code.</summary>
public sealed class PathTemplateTests
{
    private const string Payload = "\"); } } file class Evil { [System.Runtime.CompilerServices.ModuleInitializer] internal static void I() => System.IO.File.WriteAllText(\"pwned\",\"1\"); } namespace N2 { class X { void M() { var s = (\"";

    [Theory]
    [InlineData("/")]
    [InlineData("/agents")]
    [InlineData("/agents/{code}")]
    [InlineData("/agents/{code}/files/{file-id}")]
    [InlineData("/repos/{owner}/compare/{base}...{head}")]
    [InlineData("/users/{id}.json")]
    [InlineData("/v1/agents:batch")]
    [InlineData("/a%20b")]
    [InlineData("/files(id='{id}')")]
    [InlineData("/.well-known/openid-configuration")]
    [InlineData("/trailing/")]
    [InlineData("/a?version=2")]
    [InlineData("agents")]
    [InlineData("/{a}{b}")]
    [InlineData("/{a}/{a}")]
    [InlineData("/a#b")]
    [InlineData("/<a>/^.*$")]
    public void A_path_is_good(string path) => Assert.Null(PathTemplate.Problem(path));

    [Theory]
    [InlineData(Payload, "its braces are not paired")]
    [InlineData("/" + Payload, "its braces are not paired")]
    [InlineData("//evil.example/x", "a path that starts with '//' names a host")]
    [InlineData("/a\r\nb", "it has a character that a URL cannot have")]
    [InlineData("/a\u0085b", "it has a character that a URL cannot have")]
    [InlineData("/a\u2028b", "it has a character that a URL cannot have")]
    [InlineData("/a\u202eb", "it has a character that a URL cannot have")]
    [InlineData("/a/../b", "'.' and '..' segments change the path")]
    [InlineData("/a/./b", "'.' and '..' segments change the path")]
    [InlineData("/a\\..", "'.' and '..' segments change the path")]
    [InlineData("/a/..", "'.' and '..' segments change the path")]
    [InlineData("/%2e%2e/", "'.' and '..' segments change the path")]
    [InlineData("/%2E/a", "'.' and '..' segments change the path")]
    [InlineData("/{}", "a parameter in braces has no name")]
    [InlineData("/{a", "its braces are not paired")]
    [InlineData("/a}", "its braces are not paired")]
    [InlineData("/{a{b}}", "its braces are not paired")]
    public void A_path_that_cannot_be_sent_is_refused(string path, string problem) => Assert.Equal(problem, PathTemplate.Problem(path));

    /// <summary>RFC 3986, appendix A: what is neither unreserved, a sub-delimiter, a colon nor an at sign is percent-encoded in a segment.</summary>
    [Theory]
    [InlineData("/agents/{code}", "/agents/{code}")]
    [InlineData("agents", "/agents")]
    [InlineData("", "/")]
    [InlineData("https://evil.example/", "/https://evil.example/")]
    [InlineData("/{bucket}/{key}#uploads", "/{bucket}/{key}")]
    [InlineData("/{bucket}#list-type=2&{x}", "/{bucket}")]
    [InlineData("/{a#b}/c", "/{a#b}/c")]
    [InlineData("/<upload_url>", "/%3Cupload_url%3E")]
    [InlineData("/a\"b\\c^d`e|f", "/a%22b%5Cc%5Ed%60e%7Cf")]
    [InlineData("/{a<b}", "/{a<b}")]
    [InlineData("/a%3Cb", "/a%3Cb")]
    [InlineData("/responses?beta=true", "/responses?beta=true")]
    [InlineData("/{container}?restype=container&comp=acl", "/{container}?comp=acl")]
    [InlineData("/search?q={q}", "/search?q={q}")]
    [InlineData("/{container}?restype=container", "/{container}")]
    [InlineData("/a?", "/a")]
    [InlineData("/a{?page,size}", "/a")]
    [InlineData("/a/{id}{?q*}{&r}{#s}", "/a/{id}")]
    public void A_template_is_sent_without_what_is_not_its_own(string key, string sent) => Assert.Equal(sent, PathTemplate.Sent(key, ["restype"]));

    /// <summary>Not an attribute's argument: metadata is UTF-8, which has no half of a pair.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_refused() => Assert.Equal("it has a character that a URL cannot have", PathTemplate.Problem("/a\ud83db"));

    [Fact]
    public void A_name_that_stands_twice_is_one() => Assert.Equal(["a", "b"], PathTemplate.Names("/{a}/{b}/{a}"));

    [Fact]
    public void Names_are_those_in_braces() => Assert.Equal(["base", "head", "file-id"], PathTemplate.Names("/{base}...{head}/x/{file-id}.json"));

    /// <summary>RFC 6570, sections 2.2 and 2.4; the routers of Google, AWS, ASP.NET Core and JAX-RS.</summary>
    [Theory]
    [InlineData("/{id}", "/{id}", false)]
    [InlineData("/{;id*}", "/{id}", false)]
    [InlineData("/{+id}", "/{id}", true)]
    [InlineData("/{id+}", "/{id}", true)]
    [InlineData("/{**id}", "/{id}", true)]
    [InlineData("/{id:int}", "/{id}", false)]
    [InlineData("/{id: [a-z]+}", "/{id}", false)]
    [InlineData("/{id: .*}", "/{id}", true)]
    [InlineData("/{id?}", "/{id}", false)]
    [InlineData("/{id=*}", "/{id}", false)]
    [InlineData("/:id/x", "/{id}/x", false)]
    [InlineData("/:ids/:other", "/:ids/:other", false)]
    [InlineData("/{id}/:id", "/{id}/:id", false)]
    [InlineData("/{id=**}:run", "/{id}:run", true)]
    [InlineData("/{id=projects/*}/topics", "/{id}/topics", true)]
    [InlineData("/{other=projects/*}", "/{other=projects/*}", false)]
    public void An_expression_is_that_of_its_parameter(string template, string plain, bool isReserved) =>
        Assert.Equal((plain, isReserved), (PathTemplate.Plain(template, ["id"]), PathTemplate.IsReserved(template, "id")));

    /// <summary>Whatever stands in braces is a name, and only good where a parameter has it.</summary>
    [Fact]
    public void An_expression_in_braces_is_a_name() =>
        Assert.Equal(["System.IO.File.ReadAllText(\"x\")"], PathTemplate.Names("/x/{System.IO.File.ReadAllText(\"x\")}"));
}
