namespace Dragoman.Runtime.Tests;

/// <summary>Errors that a service tells by a text in place of a code.</summary>
public class MatchedErrorTests
{
    private static readonly ErrorDefinition s_noFace = new("NO_FACE", static error => new NoFaceException(error)) { Status = 400, Match = ["no face", "kein Gesicht"], Message = "There is no face.", Retry = RetryRule.ChangeRequest };

    private static readonly ErrorDefinition s_full = new("FULL", static error => new FullException(error)) { Status = 503, Match = ["no capacity", "at_capacity"], Retry = RetryRule.Wait };

    private static readonly ErrorDefinition s_coded = new("CODED", static error => new NotFoundException(error)) { Status = 400 };

    private static readonly ErrorCatalog s_catalog = new(static error => new TestApiException(error))
    {
        Envelopes = [new() { Code = "/code", Message = "/detail" }],
        Errors = [s_coded, s_noFace, s_full],
        Statuses = [new(503, 503, static error => new ServerException(error)) { Retry = RetryRule.Backoff(2, TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(8)) }],
    };

    [Theory]
    [InlineData(400, """{"detail":"No face detected"}""")]
    [InlineData(400, "Kein GESICHT im Bild")]
    [InlineData(400, """{"errors":[{"text":"no face"}]}""")]
    public async Task A_text_in_message_or_body_tells_the_error(int status, string body)
    {
        NoFaceException error = await CallAsync<NoFaceException>(status, body);

        Assert.Same(s_noFace, error.Definition);
        Assert.Null(error.Code);
        Assert.Equal(Recovery.ChangeRequest, error.Recovery);
    }

    [Theory]
    [InlineData(422, "No face detected")]
    [InlineData(400, "No picture")]
    [InlineData(400, "")]
    public async Task Another_status_or_text_is_another_error(int status, string body) =>
        Assert.Null((await CallAsync<TestApiException>(status, body)).Definition);

    [Fact]
    public async Task A_known_code_goes_before_a_text() =>
        Assert.Same(s_coded, (await CallAsync<NotFoundException>(400, """{"code":"CODED","detail":"no face"}""")).Definition);

    [Fact]
    public async Task An_unknown_code_is_kept_beside_a_text() =>
        Assert.Equal("E17", (await CallAsync<NoFaceException>(400, """{"code":"E17","detail":"no face"}""")).Code);

    [Fact]
    public async Task Our_own_name_is_no_code() =>
        Assert.Null((await CallAsync<TestApiException>(400, """{"code":"NO_FACE"}""")).Definition);

    [Fact]
    public async Task Its_rule_goes_before_that_of_the_status()
    {
        FullException error = await CallAsync<FullException>(503, """{"status":"at_capacity"}""");

        Assert.Equal((Recovery.Wait, 1), (error.Recovery, error.Attempts.Count));
        Assert.Equal(3, (await CallAsync<ServerException>(503, """{"status":"not_ready"}""")).Attempts.Count);
    }

    private static async Task<TException> CallAsync<TException>(int status, string body)
        where TException : ApiException
    {
        using TestClient client = new(StubHandler.Of((status, body)), catalog: s_catalog);
        return await Assert.ThrowsAsync<TException>(() => client.GetAsync());
    }

    private sealed class NoFaceException(ApiError error) : TestApiException(error);

    private sealed class FullException(ApiError error) : ServerException(error);
}
