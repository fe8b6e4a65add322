using System.Diagnostics;
using AvatarContainer;

namespace Dragoman.EndToEnd.Tests.Containers;

/// <summary>The generated client of the container in a fleet of three processes with ten slots each.</summary>
public sealed class ContainerFleetTests : IAsyncLifetime
{
    private const int Slots = 10;

    private readonly List<ContainerProcess> _containers = [];

    public async ValueTask InitializeAsync()
    {
        for (int i = 0; i < 3; i++)
        {
            _containers.Add(await ContainerProcess.StartAsync(Slots, coldStart: "1s"));
        }
    }

    public ValueTask DisposeAsync()
    {
        _containers.ForEach(static container => container.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Thirty_launches_at_once_fill_all_slots_with_none_doubled_and_none_lost()
    {
        using Fleet<AvatarContainerClient> fleet = Fleet();

        await Task.WhenAll(Rooms(30).Select(room => fleet.RunAsync((client, key, token) => client.LaunchAsync(Request(room), key, cancellationToken: token))));

        IReadOnlyList<string>[] rooms = await Task.WhenAll(_containers.Select(RoomsAsync));
        Assert.All(rooms, static inOne => Assert.Equal(Slots, inOne.Count));
        Assert.Equal(Rooms(30).Order(), rooms.SelectMany(static inOne => inOne).Order());
    }

    [Fact]
    public async Task Killing_a_container_moves_its_avatars_and_loses_none()
    {
        using Fleet<AvatarContainerClient> fleet = Fleet();
        using CancellationTokenSource end = new();
        Task<AvatarTask>[] avatars = [.. Rooms(12).Select(room => FollowAsync(fleet, room, restarts: 1, end.Token))];
        IReadOnlyList<string>[] before = await Until(async () => await Task.WhenAll(_containers.Select(RoomsAsync)), static rooms => rooms.Sum(static inOne => inOne.Count) == 12);

        int index = Enumerable.Range(0, 3).MaxBy(i => before[i].Count);
        _containers[index].Kill();
        IEnumerable<ContainerProcess> left = _containers.Where((_, i) => i != index);
        IReadOnlyList<string>[] after = await Until(async () => await Task.WhenAll(left.Select(RoomsAsync)), static rooms => rooms.Sum(static inOne => inOne.Count) == 12);

        Assert.NotEmpty(before[index]);
        Assert.Equal(Rooms(12).Order(), after.SelectMany(static inOne => inOne).Order());
        await end.CancelAsync();
        await Assert.AllAsync(avatars, static avatar => Assert.ThrowsAnyAsync<OperationCanceledException>(() => avatar));
    }

    [Fact]
    public async Task A_container_that_is_killed_under_an_avatar_is_told_within_10_seconds()
    {
        using Fleet<AvatarContainerClient> fleet = Fleet();
        Task<AvatarTask> avatar = FollowAsync(fleet, "lobby", restarts: 0, default);
        IReadOnlyList<string>[] rooms = await Until(async () => await Task.WhenAll(_containers.Select(RoomsAsync)), static rooms => rooms.Sum(static inOne => inOne.Count) == 1);
        ContainerProcess container = _containers[Array.FindIndex(rooms, static inOne => inOne.Count == 1)];

        long start = Stopwatch.GetTimestamp();
        container.Kill();
        EndpointLostException error = await Assert.ThrowsAsync<EndpointLostException>(() => avatar);

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        Assert.Equal((container.Address, true), (error.Endpoint, error.IsRefused));
    }

    private Fleet<AvatarContainerClient> Fleet() => new(
        EndpointProvider.List([.. _containers.Select(static container => container.Address)]),
        static address => new(new AvatarContainerClientOptions { BaseAddress = address }),
        new() { NotReadyInterval = TimeSpan.FromMilliseconds(50), Timeout = TimeSpan.FromMinutes(1) });

    private static Task<AvatarTask> FollowAsync(Fleet<AvatarContainerClient> fleet, string room, int restarts, CancellationToken cancellationToken) => fleet.RunAsync(
        (client, key, token) => client.LaunchAsync(Request(room), key, cancellationToken: token),
        static (client, launched, token) => client.Tasks.WaitUntilEndedAsync(launched.TaskId, cancellationToken: token),
        restarts,
        cancellationToken);

    private static LaunchRequest Request(string room) => new()
    {
        LivekitUrl = "wss://rooms.example",
        LivekitToken = "token",
        RoomName = room,
        AvatarImage = FileUpload.FromBytes(new byte[] { 0xFF, 0xD8, 0xFF }, "face.jpg", "image/jpeg"),
    };

    private static IEnumerable<string> Rooms(int count) => Enumerable.Range(0, count).Select(static i => $"room-{i}");

    private static async Task<IReadOnlyList<string>> RoomsAsync(ContainerProcess container)
    {
        using AvatarContainerClient client = new(new AvatarContainerClientOptions { BaseAddress = container.Address });
        return [.. (await client.Tasks.ListAsync()).Tasks.Select(static task => task.RoomName!)];
    }

    private static async Task<T> Until<T>(Func<Task<T>> look, Func<T, bool> isSo)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (true)
        {
            T seen = await look();
            if (isSo(seen))
            {
                return seen;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
