using Dragoman.Samples.Emulator.Hosting;
using Dragoman.Samples.Emulator.Operations;

namespace Dragoman.Samples.Emulator.Faults;

/// <summary>The replies asked for in advance: one queue an operation, first asked, first given.</summary>
internal sealed class FaultQueue
{
    private readonly Dictionary<string, Queue<Fault>> _byOperation = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Add(string operationId, Reply reply, int times)
    {
        if (!OperationTable.Contains(operationId))
        {
            throw new ArgumentException($"There is no operation '{operationId}'.", nameof(operationId));
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(times, 1);
        lock (_byOperation)
        {
            if (!_byOperation.TryGetValue(operationId, out Queue<Fault>? queue))
            {
                _byOperation[operationId] = queue = new Queue<Fault>();
            }

            queue.Enqueue(new Fault(reply, times));
        }
    }

    public Reply? TryTake(string operationId)
    {
        lock (_byOperation)
        {
            if (!_byOperation.TryGetValue(operationId, out Queue<Fault>? queue) || !queue.TryPeek(out Fault? fault))
            {
                return null;
            }

            if (--fault.TimesLeft == 0)
            {
                queue.Dequeue();
            }

            return fault.Reply;
        }
    }

    public void Clear()
    {
        lock (_byOperation)
        {
            _byOperation.Clear();
        }
    }

    private sealed class Fault(Reply reply, int times)
    {
        public Reply Reply { get; } = reply;

        public int TimesLeft { get; set; } = times;
    }
}
