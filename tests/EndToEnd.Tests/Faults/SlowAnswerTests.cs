using Microsoft.AspNetCore.Http;
using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A request whose answer does not come, and one more beside it, over real connections.</summary>
public class SlowAnswerTests
{
    private static readonly TimeSpan s_delay = TimeSpan.FromMilliseconds(100);

    [Theory(Timeout = 60_000)]
    [InlineData("getItem", "GET", "/items/I1")]
    [InlineData("deleteItem", "DELETE", "/items/I1")]
    [InlineData("getPicture", "GET", "/picture")]
    [InlineData("getEvents", "GET", "/events")]
    public async Task TheSecondRequestIsAnsweredAndTheFirstIsAborted(string operation, string method, string path)
    {
        TaskCompletionSource received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource aborted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using VaultServer server = await VaultServer.StartAsync();
        server.Answer = async (context, _) =>
        {
            if (server.Requests.Count == 1)
            {
                received.TrySetResult();
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(static _ => { }, TaskScheduler.Default);
                aborted.TrySetResult();
                return;
            }

            (context.Response.StatusCode, context.Response.ContentType, string body) = VaultAnswers.Of(method, path);
            await context.Response.WriteAsync(body);
        };
        FakeTimeProvider clock = new() { Waiting = static _ => { } };
        using VaultClient client = new(new()
        {
            BaseAddress = server.Address,
            VaultKey = "vault-key-1",
            AccessKey = "access-key-1",
            Session = "session-1",
            TimeProvider = clock,
            HedgingDelay = s_delay,
        });

        Task<string> call = VaultCalls.RunAsync(operation, client);
        await received.Task;
        clock.Advance(s_delay);

        Assert.Equal(VaultCalls.Expected(operation), await call);
        await aborted.Task;
        Assert.Equal(2, server.Requests.Count);
    }
}
