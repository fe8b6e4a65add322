using System.Globalization;
using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Container;

/// <summary>A session: a function of time until somebody ends it.</summary>
/// <param name="id">Its identifier.</param>
/// <param name="roomName">Its room.</param>
/// <param name="startedAt">When it was launched.</param>
/// <param name="pending">How long it takes to start.</param>
/// <param name="runs">How long it runs by itself; null for as long as nobody ends it.</param>
/// <param name="fails">Whether it ends in failure by itself.</param>
internal sealed class AvatarTask(string id, string roomName, DateTimeOffset startedAt, TimeSpan pending, TimeSpan? runs, bool fails)
{
    private TaskStatus? _ended;

    public string Id => id;

    public string RoomName => roomName;

    public TaskStatus StatusAt(DateTimeOffset now)
    {
        if (_ended is not null || now < startedAt + pending)
        {
            return _ended ?? new TaskStatus("pending");
        }

        DateTimeOffset? endsAt = startedAt + pending + runs;
        if (endsAt is null || now < endsAt)
        {
            return new TaskStatus("running");
        }

        return fails ? new TaskStatus("failed", endsAt, "The avatar stopped.") : new TaskStatus("completed", endsAt);
    }

    /// <summary>Ends the session unless it has ended already.</summary>
    public void End(string status, DateTimeOffset now, string? error = null)
    {
        TaskStatus current = StatusAt(now);
        _ended = current.TakesSlot ? new TaskStatus(status, now, error) : current;
    }

    public JsonObject ToJson(DateTimeOffset now)
    {
        TaskStatus status = StatusAt(now);
        return new JsonObject
        {
            ["task_id"] = id,
            ["room_name"] = roomName,
            ["status"] = status.Name,
            ["created_at"] = Timestamp(startedAt),
            ["completed_at"] = status.EndedAt is { } end ? Timestamp(end) : null,
            ["error"] = status.Error,
        };
    }

    // The container writes times in UTC and does not say so: there is no zone.
    private static string Timestamp(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);

    /// <summary>Where a session is.</summary>
    internal sealed record TaskStatus(string Name, DateTimeOffset? EndedAt = null, string? Error = null)
    {
        public bool TakesSlot => Name is "pending" or "running";
    }
}
