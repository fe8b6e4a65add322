using Dragoman.EndToEnd.Tests.Services;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>What a status alone allows: a message that may have been heard is not said twice.</summary>
public class FoilEngineRepeatTests
{
    [Theory]
    [InlineData("sendMessage", 500)]
    [InlineData("sendMessage", 502)]
    [InlineData("streamMessage", 504)]
    public async Task AMessageThatMayHaveBeenHeardIsNotSaidAgain(string operation, int status)
    {
        await using ServiceSession session = await Service.Of("foilengine").StartAsync();
        session.Emulator.Fail(operation, status, times: 5);

        FoilEngine.ServerException error = await Assert.ThrowsAsync<FoilEngine.ServerException>(() => session.CallAsync(operation));

        Assert.Equal((StopReason.NotIdempotent, true), (error.StopReason, error.IsRetryable));
        Assert.Equal(1, session.RequestsOf(operation));
    }

    [Theory]
    [InlineData("sendMessage", 429)]
    [InlineData("streamMessage", 503)]
    [InlineData("getHistory", 500)]
    [InlineData("listPersonas", 504)]
    public async Task WhatWasSurelyNotHeardOrOnlyReadsIsRepeatedThreeTimes(string operation, int status)
    {
        await using ServiceSession session = await Service.Of("foilengine").StartAsync();
        session.Emulator.Fail(operation, status, times: 5);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync(operation));

        Assert.Equal((status, StopReason.AttemptsSpent), (error.Status, error.StopReason));
        Assert.Equal(4, session.RequestsOf(operation));
        Assert.Equal([500, 1000, 2000], session.WaitsInMilliseconds);
    }
}
