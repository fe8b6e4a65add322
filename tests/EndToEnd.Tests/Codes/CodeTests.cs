using System.Text.Json.Nodes;
using Dragoman.EndToEnd.Tests.Client;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Each code, sent by the emulator until the client gives up.</summary>
public class CodeTests
{
    [Theory]
    [MemberData(nameof(CodeTable.Codes), MemberType = typeof(CodeTable))]
    public async Task ACodeBecomesItsExceptionAfterTheRetriesItIsWorth(string code)
    {
        CodeCase expected = CodeTable.Of(code);
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.Fail(expected.Operation, code, times: 20);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => Calls.Of(session.Client, expected.Operation));

        Assert.IsType(expected.Type, error);
        Assert.Equal([expected.Family, typeof(BitHuman.BitHumanException), typeof(ApiException), typeof(Exception)], Bases(error));
        AssertDescribes(expected, error);
        AssertTries(expected, error);
        Assert.Equal(expected.Requests, session.Emulator.Requests.Count);
        Assert.Equal(expected.Waits.Select(Convert.ToDouble), session.WaitsInMilliseconds);
    }

    [Theory]
    [MemberData(nameof(CodeTable.Codes), MemberType = typeof(CodeTable))]
    public async Task ACodeIsTheSameExceptionWithoutRetries(string code)
    {
        CodeCase expected = CodeTable.Of(code);
        await using ClientSession session = await ClientSession.StartAsync(options => options.MaxRetries = 0);
        session.Emulator.Fail(expected.Operation, code);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => Calls.Of(session.Client, expected.Operation));

        Assert.IsType(expected.Type, error);
        AssertDescribes(expected, error);
        Assert.Single(session.Emulator.Requests);
        Assert.Empty(session.Clock.Waits);
    }

    [Theory]
    [InlineData("RATE_LIMITED")]
    [InlineData("NO_AVAILABLE_WORKERS")]
    [InlineData("INTERNAL_ERROR")]
    public async Task TheLastRetryMaySucceed(string code)
    {
        CodeCase expected = CodeTable.Of(code);
        await using ClientSession session = await ClientSession.StartAsync();
        session.Emulator.AddAgent("A1");
        session.Emulator.Fail(expected.Operation, code, times: expected.Waits.Length);

        await Calls.Of(session.Client, expected.Operation);

        Assert.Equal(expected.Requests, session.Emulator.Requests.Count);
    }

    private static void AssertDescribes(CodeCase expected, ApiException error)
    {
        Assert.Equal(expected.Code, error.Code);
        Assert.Equal(expected.Status, error.Status);
        Assert.Equal(expected.Recovery, error.Recovery);
        Assert.Equal(expected.Recovery == Recovery.Retry, error.IsRetryable);
        Assert.Equal(expected.Operation, error.Operation?.Id);
        Assert.False(string.IsNullOrWhiteSpace(error.Resolution));
        Assert.False(string.IsNullOrWhiteSpace(error.Category));
        Assert.True(Uri.IsWellFormedUriString(error.DocsUrl, UriKind.Absolute));
        Assert.Equal((string?)JsonNode.Parse(error.Body!)!["error"]!["message"], error.Message);
    }

    private static void AssertTries(CodeCase expected, ApiException error)
    {
        Assert.Equal(expected.Waits.Length > 0 ? StopReason.AttemptsSpent : StopReason.NotRetryable, error.StopReason);
        Assert.Equal(Enumerable.Range(1, expected.Requests), error.Attempts.Select(attempt => attempt.Number));
        Assert.Equal([0, .. expected.Waits], error.Attempts.Select(attempt => (int)attempt.WaitedBefore.TotalMilliseconds));
        Assert.All(error.Attempts, attempt => Assert.Equal((expected.Status, expected.Code), (attempt.Status, attempt.Code)));
    }

    private static IEnumerable<Type> Bases(Exception error)
    {
        for (Type type = error.GetType().BaseType!; type != typeof(object); type = type.BaseType!)
        {
            yield return type;
        }
    }
}
