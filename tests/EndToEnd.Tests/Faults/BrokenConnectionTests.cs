using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Connections that are slow, silent, cut off or reset: every kind of answer through real sockets. Nobody waits: the proxy's waits move the client's clock.</summary>
public class BrokenConnectionTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Calls => [.. VaultCalls.Names];

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Calls))]
    public async Task AnAnswerInSingleBytesIsTheSameAnswer(string call)
    {
        await using VaultSession session = await VaultSession.StartAsync();
        session.Proxy.Requests = new() { Slicer = 1 };
        session.Proxy.Answers = new() { Slicer = call == "getPicture" ? 97 : 1 };

        Assert.Equal(VaultCalls.Expected(call), await VaultCalls.RunAsync(call, session.Client));

        Assert.Single(session.Server.Requests);
    }

    [Fact(Timeout = 60_000)]
    public async Task LatencyBelowTheLimitOfATryIsWaitedFor()
    {
        await using VaultSession session = await VaultSession.StartAsync();
        session.Proxy.Answers = new() { Latency = s_limit / 4 };

        Assert.Equal("I1", await VaultCalls.RunAsync("getItem", session.Client, new() { AttemptTimeout = s_limit }));

        Assert.Single(session.Server.Requests);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("getItem", 3, StopReason.AttemptsSpent)]
    [InlineData("addItem", 1, StopReason.NotIdempotent)]
    public async Task LatencyAboveTheLimitOfATryIsItsTimeout(string call, int tries, StopReason reason)
    {
        await using VaultSession session = await VaultSession.StartAsync();
        session.Proxy.Answers = new() { Latency = 3 * s_limit };

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => VaultCalls.RunAsync(call, session.Client, new() { AttemptTimeout = s_limit }));

        Assert.Equal((TimeoutScope.Attempt, s_limit, reason), (error.Scope, error.Timeout, error.StopReason));
        Assert.Equal(tries, error.Attempts.Count);

        // What is held back of one try moves the clock of the next, which may so end before its request has arrived.
        Assert.InRange(session.Server.Requests.Count, 1, tries);
    }

    [Fact(Timeout = 60_000)]
    public async Task ABodyThatComesTooSlowlyIsATimeoutToo()
    {
        await using VaultSession session = await VaultSession.StartAsync();
        session.Server.Reply(200, "text/plain", new byte[50_000]);
        session.Proxy.Answers = new() { Bandwidth = 1000 };

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => VaultCalls.RunAsync("getNote", session.Client, new() { AttemptTimeout = s_limit }));

        Assert.Equal((TimeoutScope.Attempt, 3), (error.Scope, error.Attempts.Count));
    }

    [Fact(Timeout = 60_000)]
    public async Task AnAnswerEndsWithItsLengthAndNotWithItsConnection()
    {
        await using VaultSession session = await VaultSession.StartAsync();
        session.Server.Answer = async (context, _) =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.ContentLength = VaultAnswers.Item.Length;
            await context.Response.Body.WriteAsync(System.Text.Encoding.ASCII.GetBytes(VaultAnswers.Item));
        };
        session.Proxy.Answers = new() { SlowClose = TimeSpan.FromHours(1) };
        session.Clock.Waiting = static _ => { };

        Assert.Equal("I1", await VaultCalls.RunAsync("getItem", session.Client));

        Assert.Single(session.Server.Requests);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("getItem", 3)]
    [InlineData("getEvents", 3)]
    [InlineData("addItem", 1)]
    public async Task AConnectionThatTakesEverythingAndAnswersNothingIsATimeout(string call, int tries)
    {
        await using VaultSession session = await VaultSession.StartAsync(swallowed: static clock => clock.Advance(s_limit));
        session.Proxy.Answers = new() { Timeout = true };

        ApiTimeoutException error = await Assert.ThrowsAsync<ApiTimeoutException>(() => VaultCalls.RunAsync(call, session.Client, new() { AttemptTimeout = s_limit }));

        Assert.Equal((TimeoutScope.Attempt, tries), (error.Scope, error.Attempts.Count));
        Assert.True(error.MayHaveBeenReceived);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true, null)]
    [InlineData(false, null)]
    [InlineData(false, 40)]
    [InlineData(false, 150)]
    public async Task AResetIsRepeatedOnlyWhereThatIsHarmless(bool isRequest, int? after)
    {
        Toxics toxics = new() { ResetPeer = true, LimitData = after };
        await using VaultSession session = await VaultSession.StartAsync();
        (session.Proxy.Requests, session.Proxy.Answers) = isRequest ? (toxics, Toxics.None) : (Toxics.None, toxics);

        TransportException read = await Assert.ThrowsAsync<TransportException>(() => VaultCalls.RunAsync("getItem", session.Client));
        int reads = session.Server.Requests.Count;
        TransportException added = await Assert.ThrowsAsync<TransportException>(() => VaultCalls.RunAsync("addItem", session.Client));

        Assert.Equal((3, StopReason.AttemptsSpent), (read.Attempts.Count, read.StopReason));
        Assert.Equal((1, StopReason.NotIdempotent, true), (added.Attempts.Count, added.StopReason, added.MayHaveBeenReceived));
        Assert.Equal(isRequest ? 0 : 1, session.Server.Requests.Count - reads);
    }

    [Theory(Timeout = 60_000)]
    [InlineData("getItem")]
    [InlineData("getNote")]
    [InlineData("getPicture")]
    [InlineData("getLines")]
    public async Task AnAnswerThatIsCutOffAnywhereIsNeverASuccess(string call)
    {
        await using VaultSession session = await VaultSession.StartAsync();
        session.Server.Answer = call == "getPicture" ? (context, _) => WriteAsync(context, "image/png", VaultAnswers.Picture[..50]) : null;
        int whole = await LengthAsync(session, call);
        int body = call == "getPicture" ? 50 : VaultAnswers.Of("GET", call switch { "getItem" => "/items/I1", "getNote" => "/note", _ => "/lines" }).Body.Length;

        for (int length = 1; length < whole; length++)
        {
            session.Proxy.Answers = new() { LimitData = length };
            using VaultClient client = session.NewClient();
            TransportException error = await Assert.ThrowsAsync<TransportException>(() => VaultCalls.RunAsync(call, client, new() { MaxRetries = 0 }));
            Assert.True(error.MayHaveBeenReceived);
            Assert.InRange(error.BytesReceived, 0, Math.Max(0, length - (whole - body)));
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task WhatArrivedOfABodyIsCounted()
    {
        await using VaultSession session = await VaultSession.StartAsync();
        int head = await LengthAsync(session, "getNote") - VaultAnswers.Note.Length;
        session.Proxy.Answers = new() { LimitData = head + 3 };

        using VaultClient client = session.NewClient();
        TransportException error = await Assert.ThrowsAsync<TransportException>(() => VaultCalls.RunAsync("getNote", client));

        Assert.Equal(3, error.BytesReceived);
    }

    [Fact(Timeout = 60_000)]
    public async Task AnErrorIsTheErrorAsSoonAsItsHeadIsThere()
    {
        await using VaultSession session = await VaultSession.StartAsync();
        byte[] body = """{"code":"NO_ITEM","message":"There is no such item."}"""u8.ToArray();
        session.Server.Reply(404, "application/json", body);
        int whole = await LengthAsync(session, "getItem");

        for (int length = 1; length < whole; length++)
        {
            session.Proxy.Answers = new() { LimitData = length };
            using VaultClient client = session.NewClient();
            ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => VaultCalls.RunAsync("getItem", client, new() { MaxRetries = 0 }));

            // The code is whole with its closing quote, and from then on the exception is its own.
            int received = length - (whole - body.Length);
            Type expected = received < 0 ? typeof(TransportException) : received < """{"code":"NO_ITEM" """.Length - 1 ? typeof(NotFoundException) : typeof(NoItemException);
            Assert.IsType(expected, error);
        }
    }

    /// <summary>How many bytes an answer has with its head.</summary>
    private static async Task<int> LengthAsync(VaultSession session, string call)
    {
        using VaultClient client = session.NewClient();
        try
        {
            await VaultCalls.RunAsync(call, client, new() { MaxRetries = 0 });
        }
        catch (NotFoundException)
        {
            // Its length is what was asked for.
        }

        return (int)session.Proxy.AnswerBytes;
    }

    private static async Task WriteAsync(Microsoft.AspNetCore.Http.HttpContext context, string contentType, string text)
    {
        context.Response.ContentType = contentType;
        context.Response.ContentLength = text.Length;
        await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, text);
    }
}
