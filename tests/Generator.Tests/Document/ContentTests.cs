using Dragoman.Generator.Document;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Document;

public sealed class ContentTests
{
    /// <summary>RFC 8259, 11; the +json suffix of RFC 6839, 3.1; ranges of RFC 9110, 12.5.1. Media types ignore case (RFC 9110, 8.3.1).</summary>
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON", true)]
    [InlineData("application/json; charset=utf-8", true)]
    [InlineData("application/json ;version=1", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/vnd.api+json;ext=\"a\"", true)]
    [InlineData("text/json", true)]
    [InlineData("*/*", true)]
    [InlineData("application/*", true)]
    [InlineData("application/jsonl", false)]
    [InlineData("application/x-ndjson", false)]
    [InlineData("application/json-seq", false)]
    [InlineData("application/xml", false)]
    [InlineData("text/plain", false)]
    [InlineData("text/*", false)]
    [InlineData("multipart/form-data", false)]
    [InlineData("application/octet-stream", false)]
    [InlineData("text/plain; format=application/json", false)]
    public void Json_is_told_by_the_media_type(string mediaType, bool isJson) => Assert.Equal(isJson, Of(mediaType).IsJson);

    [Theory]
    [InlineData("*/*", "application/json")]
    [InlineData("application/*", "application/json")]
    [InlineData("application/merge-patch+json", "application/merge-patch+json")]
    [InlineData("application/json; charset=utf-8", "application/json; charset=utf-8")]
    public void A_range_is_sent_as_json(string mediaType, string sent) => Assert.Equal(sent, Of(mediaType).SentMediaType);

    private static Content Of(string mediaType) => new(mediaType, Schema: null, Reading.Good("{}"));
}
