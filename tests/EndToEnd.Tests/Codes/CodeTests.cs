using System.Text.Json.Nodes;
using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Each failure of the references, sent by the emulator of its service until the client gives up.</summary>
public class CodeTests
{
    [Theory]
    [MemberData(nameof(CodeTable.Answers), MemberType = typeof(CodeTable))]
    public async Task AFailureBecomesItsExceptionAfterTheRepeatsItIsWorth(string folder, string name)
    {
        CodeCase expected = CodeTable.Of(folder, name);
        RetryClass retry = CodeTable.RetryOf(folder, name);
        Service service = Service.Of(folder);
        await using ServiceSession session = await service.StartAsync();
        session.Emulator.Fail(expected.Operation, FaultOf(expected, retry), times: 20);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync(expected.Operation));

        AssertType(expected, error, service);
        AssertDescribes(expected, retry.Recovery, error, service);
        AssertTries(expected, retry, error, service, session);
    }

    [Theory]
    [MemberData(nameof(CodeTable.Answers), MemberType = typeof(CodeTable))]
    public async Task AFailureIsTheSameExceptionWithoutRetries(string folder, string name)
    {
        CodeCase expected = CodeTable.Of(folder, name);
        RetryClass retry = CodeTable.RetryOf(folder, name);
        Service service = Service.Of(folder);
        await using ServiceSession session = await service.StartAsync(options => options.MaxRetries = 0);
        session.Emulator.Fail(expected.Operation, FaultOf(expected, retry), times: 20);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync(expected.Operation));

        AssertType(expected, error, service);
        AssertDescribes(expected, retry.Recovery, error, service);
        Assert.Equal(retry.RenewsToken && service.RenewsTokens ? 2 : 1, session.RequestsOf(expected.Operation));
        Assert.Empty(session.Clock.Waits);
    }

    [Theory]
    [MemberData(nameof(CodeTable.Repeated), MemberType = typeof(CodeTable))]
    public async Task TheLastRepeatMaySucceed(string folder, string name)
    {
        CodeCase expected = CodeTable.Of(folder, name);
        RetryClass retry = CodeTable.RetryOf(folder, name);
        Service service = Service.Of(folder);
        await using ServiceSession session = await service.StartAsync();
        await service.PrepareAsync(session);
        session.Emulator.Fail(expected.Operation, FaultOf(expected, retry), RepeatsOf(retry, service));

        await session.CallAsync(expected.Operation);

        Assert.Equal(RepeatsOf(retry, service) + 1, session.RequestsOf(expected.Operation));
    }

    private static Fault FaultOf(CodeCase expected, RetryClass retry) => new()
    {
        Code = expected.Code,
        Status = expected.HasCode ? null : expected.Status,
        Message = expected.Message,
        RetryAfter = retry.RetryAfter,
        Extras = retry.Reset is { } reset ? new JsonObject { ["reset_time"] = (DateTimeOffset.UtcNow + reset).ToString("O") } : null,
    };

    private static void AssertType(CodeCase expected, ApiException error, Service service)
    {
        Assert.IsType(expected.Type, error);
        Assert.Equal([.. new[] { expected.Family }.OfType<Type>(), service.Exception, typeof(ApiException), typeof(Exception)], Bases(error));
    }

    private static void AssertDescribes(CodeCase expected, Recovery recovery, ApiException error, Service service)
    {
        Assert.Equal((expected.Code, expected.Status), (error.Code, error.Status));
        Assert.Equal(recovery, error.Recovery);
        Assert.Equal(recovery == Recovery.Retry, error.IsRetryable);
        Assert.Equal(expected.Operation, error.Operation?.Id);
        Assert.False(string.IsNullOrWhiteSpace(error.Resolution));
        Assert.Equal(expected.IsDefined, !string.IsNullOrWhiteSpace(error.Category));
        Assert.Equal(service.DocsOf(JsonNode.Parse(error.Body!)!), error.DocsUrl);
        Assert.Equal(service.Message.Aggregate(JsonNode.Parse(error.Body!), (node, name) => node![name])!.GetValue<string>(), error.Message);
    }

    private static void AssertTries(CodeCase expected, RetryClass retry, ApiException error, Service service, ServiceSession session)
    {
        int repeats = RepeatsOf(retry, service);
        Assert.Equal(retry.Waits.Length > 0 ? StopReason.AttemptsSpent : StopReason.NotRetryable, error.StopReason);
        Assert.Equal(Enumerable.Range(1, repeats + 1), error.Attempts.Select(attempt => attempt.Number));
        AssertWaits(retry, [0, .. WaitsOf(retry, service)], error.Attempts.Select(attempt => attempt.WaitedBefore.TotalMilliseconds));
        Assert.All(error.Attempts, attempt => Assert.Equal((expected.Status, expected.Code), (attempt.Status, attempt.Code)));
        AssertWaits(retry, retry.Waits, session.WaitsInMilliseconds);
        Assert.Equal(repeats + 1, session.RequestsOf(expected.Operation));
        Assert.Equal(repeats + 1 + TokensOf(expected, retry, service), session.Emulator.Requests.Count);
    }

    private static void AssertWaits(RetryClass retry, IReadOnlyList<int> expected, IEnumerable<double> waits)
    {
        if (retry.Reset is { TotalMilliseconds: var reset })
        {
            // It is counted from the time that the answer itself says it was sent at: real, and in whole seconds.
            Assert.Equal(expected.Count, waits.Count());
            Assert.InRange(waits.Last(), reset - 10_000, reset + 1000);
        }
        else
        {
            Assert.Equal(expected.Select(Convert.ToDouble), waits);
        }
    }

    private static int RepeatsOf(RetryClass retry, Service service) => WaitsOf(retry, service).Count;

    // A renewed token is used at once.
    private static IReadOnlyList<int> WaitsOf(RetryClass retry, Service service) => retry.RenewsToken && service.RenewsTokens ? [0] : retry.Waits;

    private static int TokensOf(CodeCase expected, RetryClass retry, Service service) => (service.RenewsTokens && expected.Operation != service.TokenOperation, retry.RenewsToken) switch
    {
        (false, _) => 0,
        (true, false) => 1,
        (true, true) => 2,
    };

    private static IEnumerable<Type> Bases(Exception error)
    {
        for (Type type = error.GetType().BaseType!; type != typeof(object); type = type.BaseType!)
        {
            yield return type;
        }
    }
}
