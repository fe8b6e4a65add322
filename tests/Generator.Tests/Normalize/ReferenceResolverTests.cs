using Dragoman.Generator.Normalize;
using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Normalize;

public sealed class ReferenceResolverTests
{
    private const string Document = """
        components:
          parameters:
            Limit: { name: limit }
            First: { $ref: '#/components/parameters/Second' }
            Second: { $ref: '#/components/parameters/Limit' }
            Itself: { $ref: '#/components/parameters/Itself' }
            Ping: { $ref: '#/components/parameters/Pong' }
            Pong: { $ref: '#/components/parameters/Ping' }
            ToPing: { $ref: '#/components/parameters/Ping' }
            Text: words
            'a/b': { name: ab }
          schemas:
            Limits: { type: object }
        list: [{ name: zero }]
        '': { name: empty }
        """;

    [Theory]
    [InlineData("#/components/parameters/Limit", "/components/parameters/Limit")]
    [InlineData("#/components/parameters/First", "/components/parameters/Limit")]
    [InlineData("#/components/parameters/a~1b", "/components/parameters/a~1b")]
    [InlineData("#/list/0", "/list/0")]
    [InlineData("#/", "/")]
    [InlineData("#", "")]
    public void A_reference_is_followed_to_its_end(string reference, string pointer)
    {
        Reading reading = Reading.Of($"{Document}\nuser: {{ $ref: '{reference}' }}");

        Assert.Equal(pointer, Resolver(reading).Resolve(User(reading), "a parameter: an object")?.Pointer);
        Assert.Empty(reading.Messages);
    }

    [Fact]
    public void A_chain_of_any_length_is_followed()
    {
        string links = string.Concat(Enumerable.Range(0, 10_000).Select(link => $"l{link}: {{ $ref: '#/l{link + 1}' }}\n"));
        Reading reading = Reading.Of($"{links}l10000: {{ name: end }}\nuser: {{ $ref: '#/l0' }}");

        Assert.Equal("/l10000", Resolver(reading).Resolve(User(reading), "")?.Pointer);
    }

    [Theory]
    [InlineData("#/components/parameters/Itself", "DRG2005 6:21", "'#/components/parameters/Itself' leads back to itself without a schema in between")]
    [InlineData("#/components/parameters/ToPing", "DRG2005 7:19", "'#/components/parameters/Pong' leads back to itself without a schema in between")]
    [InlineData("#/components/parameters/Limt", "DRG2003 16:15", "'#/components/parameters/Limt' points to nothing in this document. Did you mean '#/components/parameters/Limit'?")]
    [InlineData("#/components/schemas/Limit", "DRG2003 16:15", "'#/components/schemas/Limit' points to nothing in this document. Did you mean '#/components/schemas/Limits'?")]
    [InlineData("#/definitions/Limits", "DRG2003 16:15", "'#/definitions/Limits' points to nothing in this document. Did you mean '#/components/schemas/Limits'?")]
    [InlineData("#/components/parameters/a/b", "DRG2003 16:15", "'#/components/parameters/a/b' points to nothing in this document. Did you mean '#/components/parameters/a~1b'?")]
    [InlineData("#/list/1", "DRG2003 16:15", "'#/list/1' points to nothing in this document.")]
    [InlineData("#/list/00", "DRG2003 16:15", "'#/list/00' points to nothing in this document.")]
    [InlineData("#/a~2b", "DRG2003 16:15", "'#/a~2b' points to nothing in this document.")]
    [InlineData("#/%zz", "DRG2003 16:15", "'#/%zz' points to nothing in this document.")]
    [InlineData("#anchor", "DRG2003 16:15", "'#anchor' points to nothing in this document.")]
    [InlineData("#/components/parameters/Text", "DRG2006 10:5", "'Text' must be a parameter: an object")]
    [InlineData("http://169.254.169.254/latest", "DRG2004 16:15", "'http://169.254.169.254/latest' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    [InlineData("file:///etc/passwd", "DRG2004 16:15", "'file:///etc/passwd' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    [InlineData("../../secret.yaml#/a", "DRG2004 16:15", "'../../secret.yaml#/a' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    [InlineData(@"\\unc\share", "DRG2004 16:15", @"'\\unc\share' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    [InlineData("%2e%2e/secret.yaml", "DRG2004 16:15", "'%2e%2e/secret.yaml' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    [InlineData("Limit", "DRG2004 16:15", "'Limit' is not followed: only files are that the project has as OpenApiPart or OpenApiClient items")]
    public void A_reference_that_leads_nowhere_is_shown(string reference, string problem, string message)
    {
        Reading reading = Reading.Of($"{Document}\nuser: {{ $ref: '{reference}' }}");

        Assert.Null(Resolver(reading).Resolve(User(reading), "a parameter: an object"));
        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    [Theory]
    [InlineData("3")]
    [InlineData("[]")]
    [InlineData("~")]
    [InlineData("{ $ref: '#/components/parameters/Limit' }")]
    public void A_reference_that_is_no_text_is_shown(string reference)
    {
        Reading reading = Reading.Of($"{Document}\nuser: {{ $ref: {reference} }}");

        Assert.Null(Resolver(reading).Follow(User(reading)));
        Assert.Equal(["'$ref' must be a text"], reading.Messages);
    }

    private static ReferenceResolver Resolver(Reading reading) => new((MappingNode)reading.Root!, new DocumentFiles(reading.Root!, [], new NodeCount(), reading.Diagnostics), new Reshaping(), reading.Diagnostics);

    private static Node User(Reading reading) => ((MappingNode)reading.Root!)["user"]!;
}
