using System.Collections.Concurrent;

namespace Dragoman;

/// <summary>What the clients of the process share, each under its key. It is asked for with each use, since what is as good as a new one is let go.</summary>
/// <typeparam name="TKey">The key, compared by value.</typeparam>
/// <typeparam name="T">What is shared.</typeparam>
/// <param name="create">Makes a new one.</param>
/// <param name="isAsNew">Whether one can be let go.</param>
internal sealed class SharedPool<TKey, T>(Func<TKey, T> create, Func<T, bool> isAsNew)
    where TKey : notnull
{
    /// <summary>From how many on those are let go that are as good as new ones.</summary>
    private const int Many = 256;

    private readonly ConcurrentDictionary<TKey, T> _shared = new();

    /// <summary>What is shared at the moment.</summary>
    public IEnumerable<KeyValuePair<TKey, T>> Entries => _shared;

    public T Get(TKey key)
    {
        if (_shared.TryGetValue(key, out T? known))
        {
            return known;
        }

        if (_shared.Count >= Many)
        {
            foreach ((TKey other, T value) in _shared)
            {
                if (isAsNew(value))
                {
                    _shared.TryRemove(other, out _);
                }
            }
        }

        return _shared.GetOrAdd(key, create);
    }
}
