using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>The twins that return a failure instead of throwing it.</summary>
public class ResultTests
{
    [Fact]
    public async Task ASuccessIsItsValue()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        string id = session.Emulator.AddAgent();

        ApiResult<GetAgentResponse> result = await session.Client.Agents.TryGetAsync(id);

        Assert.True(result.IsSuccess);
        Assert.Null(result.Error);
        Assert.True(result.TryGetValue(out GetAgentResponse? value));
        Assert.Equal(id, value.Data.AgentId);
        Assert.Same(value, result.Value);
    }

    [Fact]
    public async Task AFailureIsTheExceptionThatWouldBeThrown()
    {
        await using ClientSession session = await ClientSession.StartAsync();

        ApiResult<ContextDelivery> result = await session.Client.Agents.TrySpeakAsync("A00NOBODY0", new() { Message = "Welcome." });

        Assert.False(result.IsSuccess);
        AgentNotFoundException error = Assert.IsType<AgentNotFoundException>(result.Error);
        Assert.Equal(404, error.Status);
        Assert.False(result.TryGetValue(out _));
        Assert.Same(error, Assert.Throws<AgentNotFoundException>(() => result.Value));
    }

    [Fact]
    public async Task AFailureIsRetriedFirst()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail("validateSecret", "INTERNAL_ERROR", times: 2);

        ApiResult<ValidateSecretResponse> result = await session.Client.Account.TryValidateSecretAsync();

        Assert.IsType<InternalErrorException>(result.Error);
        Assert.Equal(2, session.Emulator.Requests.Count);
    }

    [Fact]
    public async Task ASuccessSaysWhatItsTriesMet()
    {
        List<CallSummary> told = [];
        await using ClientSession session = await ClientSession.StartAsync(options => options.OnCompleted = told.Add);
        session.Emulator.Fail("validateSecret", "INTERNAL_ERROR");

        ApiResult<ValidateSecretResponse> result = await session.Client.Account.TryValidateSecretAsync();

        Assert.Equal((StopReason.Succeeded, 200), (result.StopReason, result.Status));
        Assert.Equal([(500, "INTERNAL_ERROR", 0), (200, null, 1)], result.Attempts.Select(static attempt => (attempt.Status!.Value, attempt.Code, attempt.WaitedBefore.TotalSeconds)));
        Assert.Equal(("validateSecret", StopReason.Succeeded, 2), (Assert.Single(told).Operation.Id, told[0].StopReason, told[0].Attempts.Count));
    }

    [Fact]
    public async Task CancellationAndWrongArgumentsAreNoResults()
    {
        await using ClientSession session = await ClientSession.StartAsync();
        using CancellationTokenSource cancellation = new();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.Client.Account.TryValidateSecretAsync(cancellationToken: cancellation.Token));
        await Assert.ThrowsAsync<ArgumentNullException>("request", () => session.Client.Agents.TrySpeakAsync("A1", null!));
        await Assert.ThrowsAsync<ArgumentException>("code", () => session.Client.Agents.TryGetAsync(".."));
        Assert.Empty(session.Emulator.Requests);
    }

    [Fact]
    public async Task WhatStandsInForAClientHasTheTwins()
    {
        IAccountClient client = new RefusingAccount();

        ApiResult<ValidateSecretResponse> result = await client.TryValidateSecretAsync();

        Assert.Equal("Not today.", result.Error?.Message);
    }

    private sealed class RefusingAccount : IAccountClient
    {
        public Task<ValidateSecretResponse> ValidateSecretAsync(RequestOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new BitHumanException(new() { Message = "Not today." });
    }
}
