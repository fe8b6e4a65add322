using Dragoman.Samples.Emulator.Container;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// The self-hosted avatar container: a cold start, a number of slots, and tasks that take them. Its failures have no
/// codes. A picture whose file name, URL or bytes contain <c>no-face</c> has no face.
/// </summary>
public sealed class ContainerEmulator : ServiceEmulator
{
    /// <summary>The API secret the container was started with. A request may leave it out; another one is refused.</summary>
    public const string ApiSecret = "emulator-secret";

    private readonly ContainerApi _api;

    private ContainerEmulator(ContainerApi api)
        : base(api) => _api = api;

    /// <summary>The tasks launched since the start or the last reset, in order.</summary>
    public IReadOnlyList<ContainerTask> Tasks
    {
        get
        {
            lock (_api.Gate)
            {
                return [.. _api.State.Tasks.Select(task => new ContainerTask(task.Id, task.RoomName, task.StatusAt(_api.State.Now).Name))];
            }
        }
    }

    /// <summary>Starts an emulator; dispose it to stop.</summary>
    /// <param name="options">How it runs, best <see cref="ContainerEmulatorOptions"/>; null for the defaults, with 50 s of cold start.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no slots.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<ContainerEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default) =>
        StartAsync(new ContainerEmulator(new ContainerApi(AsContainer(options))), ct);

    /// <summary>Ends the cold start now.</summary>
    public void FinishColdStart() => Change(state => state.Warm());

    /// <summary>Takes slots by sessions that nobody launched here, or frees them again.</summary>
    /// <param name="slots">The number of slots they take from now on.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="slots"/> is negative.</exception>
    public void Occupy(int slots)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slots);
        Change(state => state.Occupied = slots);
    }

    /// <summary>Ends a task as failed.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="error">What its <c>error</c> says.</param>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public void FailTask(string taskId, string error) => Change(state => state.Get(taskId).End("failed", state.Now, error));

    /// <summary>Ends a task as completed.</summary>
    /// <param name="taskId">The task.</param>
    /// <exception cref="ArgumentException">There is no such task.</exception>
    public void CompleteTask(string taskId) => Change(state => state.Get(taskId).End("completed", state.Now));

    private static ContainerEmulatorOptions AsContainer(EmulatorOptions? options) => options switch
    {
        null => new ContainerEmulatorOptions(),
        ContainerEmulatorOptions container => container,
        _ => new ContainerEmulatorOptions
        {
            Port = options.Port,
            StepDuration = options.StepDuration,
            EventInterval = options.EventInterval,
            TimeProvider = options.TimeProvider,
        },
    };

    private void Change(Action<ContainerState> change)
    {
        lock (_api.Gate)
        {
            change(_api.State);
        }
    }
}
