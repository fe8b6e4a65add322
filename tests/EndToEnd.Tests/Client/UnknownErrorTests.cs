using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Errors that the catalog does not know, and bodies that are not its envelope: the failure always arrives.</summary>
public class UnknownErrorTests
{
    private const string Html = "<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>";

    [Theory]
    [InlineData(404, typeof(NotFoundException), 1)]
    [InlineData(409, typeof(ConflictException), 1)]
    [InlineData(418, typeof(ClientErrorException), 1)]
    [InlineData(429, typeof(RateLimitException), 4)]
    [InlineData(507, typeof(ServerException), 4)]
    public async Task AnUnknownCodeIsTheExceptionOfItsStatusAndKeepsItsName(int status, Type type, int requests)
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("getAgent", "GPU_ON_FIRE", "The GPU burns.", status, times: 10);

        ApiException error = await Assert.ThrowsAnyAsync<BitHumanException>(() => Calls.Of(session.Client, "getAgent"));

        Assert.IsType(type, error);
        Assert.Equal(("GPU_ON_FIRE", status, "The GPU burns."), (error.Code, error.Status, error.Message));
        Assert.Null(error.Definition);
        Assert.Equal(requests, session.Emulator.Requests.Count);
    }

    [Fact]
    public async Task AKnownCodeWithAnotherStatusKeepsBoth()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("getAgent", "VALIDATION_ERROR", "The prompt is too long.", status: 400);

        ValidationErrorException error = await Assert.ThrowsAsync<ValidationErrorException>(() => Calls.Of(session.Client, "getAgent"));

        Assert.Equal(400, error.Status);
    }

    [Fact]
    public async Task AGatewaysHtmlIsAServerExceptionWithThePageKept()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("getAgent", 502, "text/html; charset=utf-8", Html, times: 10);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => Calls.Of(session.Client, "getAgent"));

        Assert.Equal((Html, "text/html; charset=utf-8", 502), (error.Body, error.ContentType, error.Status));
        Assert.Null(error.Code);
        Assert.Equal([500, 1000, 2000], session.WaitsInMilliseconds);
    }

    [Fact]
    public async Task AGatewaysFailureMayHaveCausedSpeechAndIsNotRepeated()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("speak", 502, "text/html", Html, times: 10);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => Calls.Of(session.Client, "speak"));

        Assert.Equal(StopReason.NotIdempotent, error.StopReason);
        Assert.True(error.IsRetryable);
        Assert.Single(session.Emulator.Requests);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", """{"error":"The server has failed"}""")]
    [InlineData("application/json", """{"error":{"code":500,"message":["no","text"]}}""")]
    [InlineData("application/json; charset=none-such", """{"error":""")]
    public async Task ABodyThatIsNotTheEnvelopeLeavesTheStatusToDecide(string contentType, string body)
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("getAgent", 500, contentType, body, times: 10);

        ServerException error = await Assert.ThrowsAsync<ServerException>(() => Calls.Of(session.Client, "getAgent"));

        Assert.Equal((500, body), (error.Status, error.Body));
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
        Assert.Equal(4, error.Attempts.Count);
    }

    [Fact]
    public async Task ATruncatedEnvelopeStillTellsItsCode()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Answer("getAgent", 404, "application/json", """{"error":{"code":"AGENT_NOT_FOUND","message":"There is no""");

        AgentNotFoundException error = await Assert.ThrowsAsync<AgentNotFoundException>(() => Calls.Of(session.Client, "getAgent"));

        Assert.Equal(BitHumanErrors.AgentNotFound.Message, error.Message);
    }

    [Fact]
    public async Task DifferentFailuresOfOneCallHaveTheirOwnBudgets()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");
        session.Emulator.Fail("getAgent", "INTERNAL_ERROR");
        session.Emulator.Fail("getAgent", "RATE_LIMITED", times: 3);
        session.Emulator.Fail("getAgent", "NO_AVAILABLE_WORKERS", times: 5);

        await Calls.Of(session.Client, "getAgent");

        Assert.Equal([1000, 500, 1000, 2000, 1000, 2000, 4000, 8000, 16000], session.WaitsInMilliseconds);
    }
}
