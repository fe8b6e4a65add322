using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class StatusReaderTests
{
    [Theory]
    [InlineData("404", 404, 404)]
    [InlineData("\"404\"", 404, 404)]
    [InlineData("499", 499, 499)]
    [InlineData("100", 100, 100)]
    [InlineData("599", 599, 599)]
    [InlineData("4XX", 400, 499)]
    [InlineData("5XX", 500, 599)]
    public void A_key_is_a_status_or_a_range(string key, int from, int to)
    {
        StatusEntry status = Assert.Single(CatalogReading.Good($"statuses: {{ {key}: {{ name: Failed }} }}").Statuses);

        Assert.Equal((from, to), (status.From, status.To));
        Assert.Equal((1, 12), (status.Node.Span.StartLine, status.Node.Span.StartColumn));
    }

    [Theory]
    [InlineData("2XX")]
    [InlineData("4xx")]
    [InlineData("40X")]
    [InlineData("099")]
    [InlineData("600")]
    [InlineData("40")]
    [InlineData("4040")]
    [InlineData("default")]
    [InlineData("x-note")]
    [InlineData("200; Evil")]
    public void Another_key_is_refused(string key)
    {
        CatalogReading reading = CatalogReading.OfBody($"statuses: {{ {key}: {{ name: Failed }} }}");

        Assert.Equal(["DRG3001 2:13"], reading.Problems);
        Assert.Equal([$"'{key}' must be a status, 100 to 599, or one of the ranges 4XX and 5XX"], reading.Messages);
        Assert.Empty(reading.Catalog!.Statuses);
    }

    [Fact]
    public void A_status_has_texts_and_a_rule()
    {
        StatusEntry status = Assert.Single(CatalogReading.Good("""
            statuses:
              429: { name: RateLimit, category: Limits, message: Too fast., resolution: Wait., docs: https://a.example/429, retry: { retries: 2 } }
            """).Statuses);

        Assert.Equal(("RateLimit", "Too fast.", "Wait."), (status.Name, status.Message, status.Resolution));
        Assert.Equal(("Limits", "https://a.example/429"), (status.Category, status.Docs));
        Assert.Equal((RetryKind.Backoff, 2), (status.Retry.Kind, status.Retry.Retries));
    }

    [Fact]
    public void A_status_without_members_has_the_defaults()
    {
        StatusEntry status = Assert.Single(CatalogReading.Good("statuses: { 404: {} }").Statuses);

        Assert.Equal((null, null, null, RetryEntry.Never), (status.Name, status.Message, status.Resolution, status.Retry));
    }

    [Fact]
    public void Recovery_says_what_the_words_of_retry_say() =>
        Assert.Equal(RetryKind.Wait, Assert.Single(CatalogReading.Good("statuses: { 409: { recovery: wait } }").Statuses).Retry.Kind);

    [Theory]
    [InlineData("nothing", nameof(RetryKind.Nothing))]
    [InlineData("authenticate", nameof(RetryKind.Authenticate))]
    [InlineData("restart", nameof(RetryKind.Restart))]
    [InlineData("reconnect", nameof(RetryKind.Reconnect))]
    [InlineData("prepare", nameof(RetryKind.Prepare))]
    [InlineData("advisory", nameof(RetryKind.Advisory))]
    public void Recovery_takes_every_word(string word, string kind) =>
        Assert.Equal(kind, Assert.Single(CatalogReading.Good($"statuses: {{ 401: {{ recovery: {word} }} }}").Statuses).Retry.Kind.ToString());

    [Theory]
    [InlineData("404: x", "DRG3001 2:18", "'404' must be a mapping")]
    [InlineData("404: { nam: x }", "DRG3002 2:20", "'nam' is not a member of a status. Did you mean 'name'?")]
    [InlineData("404: { status: 404 }", "DRG3002 2:20", "'status' is not a member of a status.")]
    [InlineData("404: { recovery: backoff }", "DRG3001 2:30", "'recovery' must be one of the words never, poll, wait, change, nothing, authenticate, restart, reconnect, prepare, advisory")]
    [InlineData("404: { recovery: [wait] }", "DRG3001 2:30", "'recovery' must be one of the words never, poll, wait, change, nothing, authenticate, restart, reconnect, prepare, advisory")]
    [InlineData("404: { retry: poll, recovery: wait }", "DRG3001 2:43", "'recovery' must be left out where 'retry' says what to do")]
    [InlineData("404: { name: notFound }", "DRG3001 2:26", "'name' must be the start of a class name: a capital letter, then up to 99 letters and digits")]
    public void What_is_no_status_is_shown_where_it_is(string status, string problem, string message)
    {
        CatalogReading reading = CatalogReading.OfBody($"statuses: {{ {status} }}");

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }
}
