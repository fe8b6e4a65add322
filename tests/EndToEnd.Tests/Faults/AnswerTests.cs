using System.Text;
using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Answers that arrive whole and are not what they should be: each is a value or one exception that says where.</summary>
public class AnswerTests
{
    /// <summary>What of JSON is a value all the same.</summary>
    [Theory(Timeout = 30_000)]
    [InlineData("application/json; charset=bogus", """{"id":"I1"}""", "I1")]
    [InlineData("application/json; charset=\"utf-8\"", """{"id":"I1"}""", "I1")]
    [InlineData("garbage", """{"id":"I1"}""", "I1")]
    [InlineData("application/json; charset=iso-8859-1", """{"id":"é"}""", "é")]
    [InlineData("application/json", "\uFEFF{\"id\":\"I1\"}", "I1")]
    [InlineData("application/json", """{"id":"I1","id":"I2"}""", "I2")]
    [InlineData("application/json", """{"id":"I1","new":{"a":[1,null]}}""", "I1")]
    public async Task JsonIsReadWhateverItIsCalled(string contentType, string body, string id)
    {
        await using VaultSession session = await ReplyAsync(200, contentType, body);

        Assert.Equal(id, await VaultCalls.RunAsync("getItem", session.Client));
    }

    [Theory(Timeout = 30_000)]
    [InlineData("", null)]
    [InlineData(" \r\n", null)]
    [InlineData("<html>", "$")]
    [InlineData("""{"id":"\ud800"}""", "$.id")]
    [InlineData("""{"id":"I1","count":2147483648}""", "$.count")]
    [InlineData("""{"id":"I1","count":1e400}""", "$.count")]
    [InlineData("""{"id":"I1","count":NaN}""", "$.count")]
    [InlineData("""{"id":"I1","inner":{"id":7}}""", "$.inner.id")]
    public async Task WhatIsNotAsDescribedIsOneExceptionThatSaysWhere(string body, string? path)
    {
        await using VaultSession session = await ReplyAsync(200, "application/json", body);

        ResponseFormatException error = await Assert.ThrowsAsync<ResponseFormatException>(() => VaultCalls.RunAsync("getItem", session.Client));

        Assert.Equal(path, error.JsonPath);
        Assert.Single(session.Server.Requests);
    }

    [Theory(Timeout = 30_000)]
    [InlineData(60, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public async Task DepthEndsAtSixtyFour(int depth, bool isRead)
    {
        string body = string.Concat(Enumerable.Repeat("""{"id":"I1","inner":""", depth)) + """{"id":"I1"}""" + new string('}', depth);
        await using VaultSession session = await ReplyAsync(200, "application/json", body);

        Exception? error = await Record.ExceptionAsync(() => VaultCalls.RunAsync("getItem", session.Client));

        Assert.Equal(isRead ? null : typeof(ResponseFormatException), error?.GetType());
    }

    [Theory(Timeout = 30_000)]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(304)]
    public async Task AStatusWithoutABodyIsNoItem(int status)
    {
        await using VaultSession session = await ReplyAsync(status, "application/json", "");

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => VaultCalls.RunAsync("getItem", session.Client));

        Assert.Equal((status, ""), (error.Status, error.Body));
    }

    [Fact(Timeout = 30_000)]
    public async Task AValueNewerThanTheDocumentIsKeptAndSentBack()
    {
        await using VaultSession session = await ReplyAsync(200, "application/json", """{"id":"I1","state":"ajar"}""");

        Item item = await session.Client.GetItemAsync("I1");
        await session.Client.PutItemAsync("I1", item);

        Assert.Contains("\"ajar\"", session.Server.Requests.Last(), StringComparison.Ordinal);
    }

    [Theory(Timeout = 30_000)]
    [InlineData("application/json; charset=bogus", """{"code":"NO_ITEM"}""", "NO_ITEM")]
    [InlineData("application/json", "\uFEFF{\"code\":\"NO_ITEM\"}", "NO_ITEM")]
    [InlineData("application/json", """{"code":"LOCKED","code":"NO_ITEM"}""", "NO_ITEM")]
    [InlineData("", "", null)]
    public async Task AnErrorIsReadWhateverItsBodyIs(string contentType, string body, string? code)
    {
        await using VaultSession session = await ReplyAsync(404, contentType, body);

        ApiException error = await Assert.ThrowsAnyAsync<NotFoundException>(() => VaultCalls.RunAsync("getItem", session.Client));

        Assert.Equal(code, error.Code);
    }

    [Fact(Timeout = 30_000)]
    public async Task OfAnErrorsBodySixtyFourKilobytesAreRead()
    {
        await using VaultSession session = await ReplyAsync(404, "text/plain", new string('x', 300_000));

        NotFoundException error = await Assert.ThrowsAsync<NotFoundException>(() => VaultCalls.RunAsync("getItem", session.Client));

        Assert.Equal(64 * 1024, error.Body!.Length);
    }

    private static async Task<VaultSession> ReplyAsync(int status, string contentType, string body)
    {
        VaultSession session = await VaultSession.StartAsync();
        session.Server.Reply(status, contentType, Encoding.UTF8.GetBytes(body));
        return session;
    }
}
