using AvatarContainer;
using Dragoman.Samples.Emulator;

namespace Dragoman.Samples.Fleet;

/// <summary>Avatars over three containers: all slots taken, and a container that dies.</summary>
internal static class Sessions
{
    // A picture of one pixel is enough for the emulator.
    private static readonly byte[] s_picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static async Task RunAsync(ContainerEmulator[] containers)
    {
        using var fleet = new Fleet<AvatarContainerClient>(
            EndpointProvider.List([.. containers.Select(container => container.BaseAddress)]),
            address => new AvatarContainerClient(new AvatarContainerClientOptions { BaseAddress = address }),
            new FleetOptions { NotReadyInterval = TimeSpan.FromMilliseconds(200), RefreshInterval = TimeSpan.FromSeconds(1) });

        // Two containers are still loading. The launches wait for them.
        Console.WriteLine();
        Console.WriteLine("24 avatars for 24 slots, all at once:");
        Task<LaunchResponse>[] launches = [.. Enumerable.Range(1, 24).Select(i => LaunchAsync(fleet, $"room-{i}"))];
        await Task.WhenAll(launches);
        Show(containers);

        // One more. Asked directly, a container refuses it, and says what helps.
        using var first = new AvatarContainerClient(new AvatarContainerClientOptions { BaseAddress = containers[0].BaseAddress });
        try
        {
            await first.LaunchAsync(Request("room-25"));
        }
        catch (NoCapacityException e)
        {
            Console.WriteLine($"  {e.GetType().Name}, recovery {e.Recovery}: {e.Message}. {e.Resolution}");
        }

        // The fleet waits for a slot instead.
        await LaunchAsync(fleet, "room-25");
        Console.WriteLine("  The fleet waited until an avatar had left: room-25 has one too.");

        await FailOverAsync(fleet, containers);
    }

    /// <summary>Jobs that are followed to their end, while one of the containers dies.</summary>
    private static async Task FailOverAsync(Fleet<AvatarContainerClient> fleet, ContainerEmulator[] containers)
    {
        Console.WriteLine();
        Console.WriteLine("12 jobs of three seconds, and a container dies under its share:");
        Task<string>[] jobs = [.. Enumerable.Range(1, 12).Select(i => FollowAsync(fleet, $"job-{i}", restarts: 1))];
        Task<string> reported = FollowAsync(fleet, "job-13", restarts: 0);

        await Task.Delay(TimeSpan.FromSeconds(1.5));
        ContainerEmulator victim = containers.First(container => container.Tasks.Any(task => task.RoomName == "job-13"));
        int lost = victim.Tasks.Count(task => task.RoomName.StartsWith("job-", StringComparison.Ordinal) && task.Status == "running");
        await victim.KillAsync();
        Console.WriteLine($"  {victim.BaseAddress} was killed with {lost} of the jobs.");

        string[] ended = await Task.WhenAll(jobs);
        Console.WriteLine($"  {ended.Count(status => status == "completed")} of 12 jobs completed; those that were lost were begun again elsewhere.");
        try
        {
            await reported;
        }
        catch (EndpointLostException e)
        {
            Console.WriteLine($"  {e.GetType().Name}: job-13 should not be begun twice, so its loss is told.");
        }

        foreach (FleetEndpoint endpoint in fleet.Endpoints)
        {
            Console.WriteLine($"  {endpoint}");
        }
    }

    private static Task<LaunchResponse> LaunchAsync(Fleet<AvatarContainerClient> fleet, string room) =>
        fleet.RunAsync((client, key, token) => client.LaunchAsync(Request(room), idempotencyKey: key, cancellationToken: token));

    private static Task<string> FollowAsync(Fleet<AvatarContainerClient> fleet, string room, int restarts) =>
        fleet.RunAsync(
            async (client, key, token) => (await client.LaunchAsync(Request(room), idempotencyKey: key, cancellationToken: token)).TaskId,
            async (client, task, token) => (await client.Tasks.WaitUntilEndedAsync(task, interval: TimeSpan.FromMilliseconds(250), cancellationToken: token)).Status.Value,
            restarts);

    private static LaunchRequest Request(string room) => new()
    {
        LivekitUrl = "wss://livekit.invalid",
        LivekitToken = "a-token-of-livekit",
        RoomName = room,
        AvatarImage = FileUpload.FromBytes(s_picture, "portrait.png", "image/png"),
    };

    private static void Show(ContainerEmulator[] containers)
    {
        foreach (ContainerEmulator container in containers)
        {
            Console.WriteLine($"  {container.BaseAddress} has {container.Tasks.Count}.");
        }
    }
}
