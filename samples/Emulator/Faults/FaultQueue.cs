using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>The failures asked for in advance: one queue an operation, first asked, first given.</summary>
internal sealed class FaultQueue(EmulatedApi api)
{
    private readonly Dictionary<string, Queue<Entry>> _byOperation = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no such operation, or the code is not in the reference and has no status.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1, or the status is not that of an error.</exception>
    public void Add(string operationId, Fault fault, int times) => Add(operationId, PlannedFault.Plan(fault, api), times);

    /// <exception cref="ArgumentException">There is no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Add(string operationId, PlannedFault fault, int times)
    {
        if (api.Operations.All(operation => operation.Id != operationId))
        {
            throw new ArgumentException($"There is no operation '{operationId}'.", nameof(operationId));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_byOperation)
        {
            if (!_byOperation.TryGetValue(operationId, out Queue<Entry>? queue))
            {
                _byOperation[operationId] = queue = new Queue<Entry>();
            }

            queue.Enqueue(new Entry(fault, times));
        }
    }

    public PlannedFault? TryTake(string operationId)
    {
        lock (_byOperation)
        {
            if (!_byOperation.TryGetValue(operationId, out Queue<Entry>? queue) || !queue.TryPeek(out Entry? entry))
            {
                return null;
            }

            if (--entry.TimesLeft == 0)
            {
                queue.Dequeue();
            }

            return entry.Fault;
        }
    }

    public void Clear()
    {
        lock (_byOperation)
        {
            _byOperation.Clear();
        }
    }

    private sealed class Entry(PlannedFault fault, int times)
    {
        public PlannedFault Fault { get; } = fault;

        public int TimesLeft { get; set; } = times;
    }
}
