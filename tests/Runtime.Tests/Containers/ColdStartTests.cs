using Microsoft.AspNetCore.Http;

namespace Dragoman.Runtime.Tests;

/// <summary>Many callers of a real server that is not ready yet.</summary>
public class ColdStartTests
{
    [Fact]
    public async Task A_hundred_callers_cause_one_question_at_a_time_and_no_work_before_ready()
    {
        int questions = 0, open = 0, mostOpen = 0, early = 0, work = 0;
        await using WebServer server = await WebServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/work")
            {
                Interlocked.Increment(ref work);
                early += Volatile.Read(ref questions) < 5 ? 1 : 0;
                return;
            }

            mostOpen = Math.Max(mostOpen, Interlocked.Increment(ref open));
            context.Response.StatusCode = Interlocked.Increment(ref questions) < 5 ? 503 : 200;
            await context.Response.WriteAsync("{}");
            Interlocked.Decrement(ref open);
        });
        using TestClient client = new(configure: options => (options.BaseAddress, options.TimeProvider) = (server.Address, TimeProvider.System));
        ReadinessProbe probe = new(client.Pipeline, new(new("getReadiness", HttpMethod.Get, "/ready")) { Interval = TimeSpan.FromMilliseconds(20), Cap = TimeSpan.FromMilliseconds(50) });
        ApiOperationInfo operation = new("work", HttpMethod.Post, "/work");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            await probe.WaitAsync(TimeSpan.FromMinutes(1), null, null, default);
            using ApiResponse response = await client.Pipeline.SendAsync(new(operation), default);
            Assert.Equal(200, response.Status);
        }));

        Assert.Equal((5, 1, 0, 100), (questions, mostOpen, early, work));
    }
}
