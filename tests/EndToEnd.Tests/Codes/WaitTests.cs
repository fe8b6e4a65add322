using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>What a service says about how long to wait, in every form, and what is done where it says nothing.</summary>
public class WaitTests
{
    [Theory]
    [MemberData(nameof(CodeTable.Hinted), MemberType = typeof(CodeTable))]
    public async Task WithoutAHintTheWaitsGrow(string folder, string name)
    {
        CodeCase expected = CodeTable.Of(folder, name);
        await using ServiceSession session = await Service.Of(folder).StartAsync();

        await FailAsync(session, expected, new Fault { Code = expected.Code, Status = StatusOf(expected) });

        Assert.Equal([500, 1000, 2000], session.WaitsInMilliseconds);
        Assert.Equal(4, session.RequestsOf(expected.Operation));
    }

    [Theory]
    [MemberData(nameof(CodeTable.Hinted), MemberType = typeof(CodeTable))]
    public async Task ADateIsWaitedForToo(string folder, string name)
    {
        CodeCase expected = CodeTable.Of(folder, name);
        await using ServiceSession session = await Service.Of(folder).StartAsync();
        string date = (DateTimeOffset.UtcNow + TimeSpan.FromSeconds(40)).ToString("R", CultureInfo.InvariantCulture);

        await FailAsync(session, expected, new Fault { Code = expected.Code, Status = StatusOf(expected), RetryAfter = date });

        // It is counted from the time that the answer says it was sent at, which is real.
        Assert.All(session.WaitsInMilliseconds, wait => Assert.InRange(wait, 10_000, 40_000));
        Assert.Equal(3, session.WaitsInMilliseconds.Count());
    }

    [Theory]
    [MemberData(nameof(CodeTable.Hinted), MemberType = typeof(CodeTable))]
    public async Task AHintOfAnHourEndsTheCall(string folder, string name)
    {
        CodeCase expected = CodeTable.Of(folder, name);
        await using ServiceSession session = await Service.Of(folder).StartAsync();

        ApiException error = await FailAsync(session, expected, new Fault { Code = expected.Code, Status = StatusOf(expected), RetryAfter = "3600" });

        Assert.Equal((StopReason.RetryAfterTooLong, TimeSpan.FromHours(1)), (error.StopReason, error.RetryAfter));
        Assert.Equal(1, session.RequestsOf(expected.Operation));
    }

    [Fact]
    public async Task AQuotaThatIsBackInHoursEndsTheCall()
    {
        ApiException error = await ExhaustAsync((DateTimeOffset.UtcNow + TimeSpan.FromHours(8)).ToString("O", CultureInfo.InvariantCulture));

        Assert.Equal(StopReason.RetryAfterTooLong, error.StopReason);
        Assert.InRange(error.RetryAfter!.Value, TimeSpan.FromHours(7.9), TimeSpan.FromHours(8.1));
    }

    [Theory]
    [InlineData("tomorrow")]
    [InlineData(null)]
    public async Task AQuotaThatNobodySaysTheEndOfIsNotWaitedFor(string? reset)
    {
        ApiException error = await ExhaustAsync(reset);

        Assert.Equal(StopReason.NotRetryable, error.StopReason);
        Assert.Null(error.RetryAfter);
    }

    private static int? StatusOf(CodeCase expected) => expected.HasCode ? null : expected.Status;

    private static async Task<ApiException> FailAsync(ServiceSession session, CodeCase expected, Fault fault)
    {
        session.Emulator.Fail(expected.Operation, fault, times: 20);
        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync(expected.Operation));
        Assert.IsType(expected.Type, error);
        return error;
    }

    private static async Task<ApiException> ExhaustAsync(string? reset)
    {
        CodeCase expected = CodeTable.Of("interhuman", "ih3004");
        await using ServiceSession session = await Service.Of("interhuman").StartAsync();

        ApiException error = await FailAsync(session, expected, new Fault { Code = "ih3004", Extras = reset is null ? null : new JsonObject { ["reset_time"] = reset } });

        Assert.Equal(1, session.RequestsOf(expected.Operation));
        Assert.Empty(session.Clock.Waits);
        return error;
    }
}
