using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class EnvelopeReaderTests
{
    [Fact]
    public void An_envelope_says_where_the_parts_of_a_body_are()
    {
        EnvelopeEntry envelope = Assert.Single(CatalogReading.Good("""
            envelope:
              code: /error/code
              message: /error/message
              status: /error/httpStatus
              requestId: /request_id
              retryAfter: /error/retry_after
              docs: /error/help
              members: { field: /error/param, "not a name!": /a~1b }
            """).Envelopes);

        Assert.Equal(("/error/code", "/error/message", "/error/httpStatus"), (envelope.Code, envelope.Message, envelope.Status));
        Assert.Equal(("/request_id", "/error/retry_after", "/error/help"), (envelope.RequestId, envelope.RetryAfter, envelope.Docs));
        Assert.Equal([("field", "/error/param"), ("not a name!", "/a~1b")], envelope.Members.Select(member => (member.Name, member.Pointer)));
        Assert.Equal((8, 14), (envelope.Members[0].Node.Span.StartLine, envelope.Members[0].Node.Span.StartColumn + 1));
    }

    [Fact]
    public void Several_envelopes_keep_their_order() =>
        Assert.Equal(["/a", "/b", null], CatalogReading.Good("envelope: [{ code: /a }, { code: /b }, {}]").Envelopes.Select(envelope => envelope.Code));

    [Theory]
    [InlineData("{ code: error/code }", "DRG3001 2:19", "'code' must be a JSON pointer such as /error/code")]
    [InlineData("{ code: '' }", "DRG3001 2:19", "'code' must be a JSON pointer such as /error/code")]
    [InlineData("{ code: /a~2 }", "DRG3001 2:19", "'code' must be a JSON pointer such as /error/code")]
    [InlineData("{ code: 3 }", "DRG3001 2:19", "'code' must be a JSON pointer such as /error/code")]
    [InlineData("{ members: { x: y } }", "DRG3001 2:27", "'x' must be a JSON pointer such as /error/code")]
    [InlineData("{ members: [x] }", "DRG3001 2:22", "'members' must be a mapping")]
    [InlineData("[{ code: /a }, /b]", "DRG3001 2:26", "'envelope' must be a mapping, or a list of mappings that is not empty")]
    [InlineData("{ retryafter: /a }", "DRG3002 2:13", "'retryafter' is not a member of an envelope. Did you mean 'retryAfter'?")]
    public void What_is_no_envelope_is_shown_where_it_is(string envelope, string problem, string message)
    {
        CatalogReading reading = CatalogReading.OfBody($"envelope: {envelope}");

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }
}
