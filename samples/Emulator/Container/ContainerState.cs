using System.Globalization;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Container;

/// <summary>The slots of a container and what runs in them. Whoever uses it holds the gate of the API.</summary>
internal sealed class ContainerState
{
    private readonly List<AvatarTask> _tasks = [];
    private readonly ContainerEmulatorOptions _options;
    private DateTimeOffset _readyAt;

    public ContainerState(ContainerEmulatorOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Slots, 1);
        _options = options;
        _readyAt = Now + options.ColdStart;
    }

    public DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    public IReadOnlyList<AvatarTask> Tasks => _tasks;

    public int Slots => _options.Slots;

    /// <summary>Slots that others have taken.</summary>
    public int Occupied { get; set; }

    public bool IsLoaded => Now >= _readyAt;

    public int Active => Math.Min(Slots, Occupied + _tasks.Count(task => task.StatusAt(Now).TakesSlot));

    public int Available => IsLoaded ? Slots - Active : 0;

    public void Warm() => _readyAt = Now;

    public AvatarTask Launch(string roomName, bool fails)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"task-{_tasks.Count + 1:D4}");
        var task = new AvatarTask(id, roomName, Now, _options.StepDuration, fails ? _options.StepDuration : _options.SessionDuration, fails);
        _tasks.Add(task);
        return task;
    }

    public AvatarTask? Find(string id) => _tasks.Find(task => task.Id == id);

    /// <exception cref="ArgumentException">There is no such task.</exception>
    public AvatarTask Get(string id) => Find(id) ?? throw new ArgumentException($"There is no task '{id}'.", nameof(id));

    public void Clear()
    {
        _tasks.Clear();
        Occupied = 0;
    }
}
