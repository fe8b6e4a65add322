namespace Dragoman;

/// <summary>Counts the requests of the last while, and how many of them failed. What is older than the window goes a tenth of it at a time.</summary>
internal sealed class RequestWindow(TimeSpan length, TimeProvider clock)
{
    private const int Slots = 10;

    private readonly Slot[] _slots = new Slot[Slots];
    private readonly long _ticks = Math.Max(1, length.Ticks / Slots);
    private readonly long _started = clock.GetTimestamp();

    private long Now => clock.GetElapsedTime(_started).Ticks / _ticks;

    public void Add(bool isFailure)
    {
        long now = Now;
        ref Slot slot = ref _slots[now % Slots];
        slot = slot.Number == now ? slot : new(now, 0, 0);
        slot = slot with { Requests = slot.Requests + 1, Failures = slot.Failures + (isFailure ? 1 : 0) };
    }

    public (int Failures, int Requests) Count()
    {
        long oldest = Now - Slots + 1;
        (int failures, int requests) = (0, 0);
        foreach (Slot slot in _slots)
        {
            if (slot.Number >= oldest)
            {
                failures += slot.Failures;
                requests += slot.Requests;
            }
        }

        return (failures, requests);
    }

    public void Clear() => Array.Clear(_slots);

    /// <summary>A tenth of a window.</summary>
    /// <param name="Number">Which one since the start.</param>
    /// <param name="Requests">The requests in it.</param>
    /// <param name="Failures">Those that failed.</param>
    private readonly record struct Slot(long Number, int Requests, int Failures);
}
