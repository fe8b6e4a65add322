using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Failures that come as an event, after a stream has begun with 200.</summary>
public class StreamedErrorTests
{
    [Theory]
    [InlineData("CHAT_TIMEOUT")]
    [InlineData("MODEL_ERROR")]
    [InlineData("TOOL_EXECUTION_ERROR")]
    public async Task ACodeInAChatIsTheSameExceptionAsBeforeIt(string code)
    {
        CodeCase expected = CodeTable.Of("webmcp", code);
        Service service = Service.Of("webmcp");
        await using ServiceSession session = await service.StartAsync();
        await service.PrepareAsync(session);
        session.Emulator.Fail("chat", new Fault { Code = code, Message = "The chat cannot go on.", AfterEvents = 1 }, times: 2);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync("chat"));

        Assert.IsType(expected.Type, error);
        Assert.Equal((code, "The chat cannot go on."), (error.Code, error.Message));
        Assert.Equal(CodeTable.RetryOf("webmcp", code).Recovery, error.Recovery);
        Assert.Equal("chat", error.Operation?.Id);
        Assert.False(string.IsNullOrWhiteSpace(error.Resolution));

        // A stream that has begun is not begun again, whatever its error is worth.
        Assert.Equal(1, session.RequestsOf("chat"));
        Assert.Empty(session.Clock.Waits);
    }

    [Fact]
    public async Task AnUnknownCodeInAChatIsTheExceptionOfTheApi()
    {
        Service service = Service.Of("webmcp");
        await using ServiceSession session = await service.StartAsync();
        await service.PrepareAsync(session);
        session.Emulator.Fail("chat", new Fault { Code = "GPU_ON_FIRE", Status = 500, Message = "The GPU burns.", AfterEvents = 1 });

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync("chat"));

        Assert.IsType<WebMcp.WebMcpException>(error);
        Assert.Equal(("GPU_ON_FIRE", "The GPU burns."), (error.Code, error.Message));
    }

    [Fact]
    public async Task AFailureInAReplyIsTheExceptionOfTheApi()
    {
        Service service = Service.Of("foilengine");
        await using ServiceSession session = await service.StartAsync();
        await service.PrepareAsync(session);
        session.Emulator.Fail("streamMessage", new Fault { Status = 500, Message = "The language model failed.", AfterEvents = 2 }, times: 2);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync("streamMessage"));

        Assert.IsType<FoilEngine.FoilEngineException>(error);
        Assert.Equal((null, "The language model failed."), (error.Code, error.Message));
        Assert.Equal(1, session.RequestsOf("streamMessage"));
    }

    [Theory]
    [InlineData("webmcp", "chat")]
    [InlineData("foilengine", "streamMessage")]
    public async Task AStreamThatBreaksOffIsNotBegunAgain(string folder, string operation)
    {
        Service service = Service.Of(folder);
        await using ServiceSession session = await service.StartAsync();
        await service.PrepareAsync(session);
        session.Emulator.Fail(operation, new Fault { Breakage = Breakage.CutBody, AfterEvents = 1 });

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => session.CallAsync(operation));

        Assert.True(error.MayHaveBeenReceived);
        Assert.Equal(1, session.RequestsOf(operation));
    }
}
