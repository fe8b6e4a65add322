using AvatarContainer;
using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>The five failures of the container as it causes them itself, and not on demand.</summary>
public class AvatarContainerFailureTests
{
    [Fact]
    public async Task AContainerThatHasNotStartedIsNoAnswer()
    {
        await using ContainerEmulator emulator = await StartAsync();
        FakeTimeProvider clock = new();
        using AvatarContainerClient client = new(Options(emulator, clock));
        await emulator.KillAsync();

        TransportException error = await Assert.ThrowsAsync<TransportException>(() => client.CheckHealthAsync());

        // No answer has no entry in a catalog: the runtime's own two retries hold.
        Assert.Equal(CodeTable.RetryOf("bithuman-gpu", SeedCode.NoAnswer).Recovery, error.Recovery);
        Assert.False(error.MayHaveBeenReceived);
        Assert.Equal([50, 100], clock.Waits.Select(wait => (int)wait.TotalMilliseconds));
    }

    [Fact]
    public async Task AContainerThatIsLoadingIsAFailureToAskAndAStateToWaitFor()
    {
        await using ContainerEmulator emulator = await StartAsync(coldStart: TimeSpan.FromMinutes(10));
        using AvatarContainerClient client = new(Options(emulator, new FakeTimeProvider()));
        StateLog states = new(_ => emulator.FinishColdStart());

        NotReadyException error = await Assert.ThrowsAsync<NotReadyException>(() => client.GetReadinessAsync());
        NotReadyException launch = await Assert.ThrowsAsync<NotReadyException>(() => client.LaunchAsync(Request("face.jpg")));
        Readiness readiness = await client.WaitUntilReadyAsync(progress: states);

        Assert.Equal(Recovery.Poll, error.Recovery);
        Assert.Equal(Recovery.Poll, launch.Recovery);
        Assert.Equal([ReadinessState.NotReady, ReadinessState.Ready], states.Seen);
        Assert.Equal(8, readiness.Capacity);
    }

    [Fact]
    public async Task AContainerWithoutASlotIsFullForThoseWhoAskAndForThoseWhoLaunch()
    {
        await using ContainerEmulator emulator = await StartAsync();
        using AvatarContainerClient client = new(Options(emulator, new FakeTimeProvider()));
        StateLog states = new(_ => emulator.Occupy(7));
        emulator.Occupy(8);

        NoCapacityException asked = await Assert.ThrowsAsync<NoCapacityException>(() => client.GetReadinessAsync());
        NoCapacityException launched = await Assert.ThrowsAsync<NoCapacityException>(() => client.LaunchAsync(Request("face.jpg")));
        Readiness readiness = await client.WaitUntilReadyAsync(progress: states);

        Assert.Equal(Recovery.Wait, asked.Recovery);
        Assert.Equal(Recovery.Wait, launched.Recovery);
        Assert.Equal([ReadinessState.NotReady, ReadinessState.Ready], states.Seen);
        Assert.Equal(7, readiness.Load);
    }

    [Fact]
    public async Task AWrongSecretIsRefusedAndNotShown()
    {
        await using ContainerEmulator emulator = await StartAsync();
        AvatarContainerClientOptions options = Options(emulator, new FakeTimeProvider());
        options.ApiSecretToken = "not-the-secret";
        using AvatarContainerClient client = new(options);

        AuthenticationException error = await Assert.ThrowsAsync<AuthenticationException>(() => client.LaunchAsync(Request("face.jpg")));

        Assert.DoesNotContain("not-the-secret", error.ToString(), StringComparison.Ordinal);
        Assert.Single(emulator.Requests);
    }

    [Fact]
    public async Task APictureWithoutAFaceNeedsAnotherPicture()
    {
        await using ContainerEmulator emulator = await StartAsync();
        using AvatarContainerClient client = new(Options(emulator, new FakeTimeProvider()));

        NoFaceDetectedException error = await Assert.ThrowsAsync<NoFaceDetectedException>(() => client.LaunchAsync(Request("no-face.jpg")));
        LaunchResponse launched = await client.LaunchAsync(Request("face.jpg"));

        Assert.Equal(Recovery.ChangeRequest, error.Recovery);
        Assert.Equal("lobby", launched.RoomName);
    }

    private static Task<ContainerEmulator> StartAsync(TimeSpan coldStart = default) =>
        ContainerEmulator.StartAsync(new ContainerEmulatorOptions { ColdStart = coldStart }, TestContext.Current.CancellationToken);

    private static AvatarContainerClientOptions Options(ContainerEmulator emulator, TimeProvider clock) => new()
    {
        BaseAddress = emulator.BaseAddress,
        ApiSecretToken = ContainerEmulator.ApiSecret,
        TimeProvider = clock,
        Random = new FixedRandom(),
    };

    private static LaunchRequest Request(string picture) => new()
    {
        LivekitUrl = "wss://rooms.example",
        LivekitToken = "room-token",
        RoomName = "lobby",
        AvatarImage = FileUpload.FromBytes(new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }, picture, "image/jpeg"),
    };

    private sealed class StateLog(Action<Readiness> seen) : IProgress<Readiness>
    {
        public List<ReadinessState> Seen { get; } = [];

        public void Report(Readiness value)
        {
            Seen.Add(value.State);
            seen(value);
        }
    }
}
