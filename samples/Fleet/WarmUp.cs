using AvatarContainer;

namespace Dragoman.Samples.Fleet;

/// <summary>One container from its start until it takes avatars.</summary>
internal static class WarmUp
{
    public static async Task RunAsync(Uri address)
    {
        using var client = new AvatarContainerClient(new AvatarContainerClientOptions { BaseAddress = address });

        // It runs at once, and answers 503 to everything else while the model is loading.
        Health health = await client.CheckHealthAsync();
        Console.WriteLine($"{address} is {health.Status}.");
        try
        {
            await client.GetReadinessAsync();
        }
        catch (NotReadyException e)
        {
            Console.WriteLine($"  {e.GetType().Name}: {e.Resolution}");
        }

        // To the one who waits a 503 is a state. However many wait, one asks.
        string last = "";
        var progress = new SynchronousProgress<Readiness>(readiness =>
        {
            if (readiness.ToString() != last)
            {
                Console.WriteLine($"  {last = readiness.ToString()}");
            }
        });
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => client.WaitUntilReadyAsync(progress: i == 0 ? progress : null)));
        Console.WriteLine("  Twenty waiters, and all may go on.");
    }
}
