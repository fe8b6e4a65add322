namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>The open channels, and the sizes of the segments that came over any of them.</summary>
internal sealed class ChannelSet
{
    /// <summary>The last warning comes so long before the end.</summary>
    public static readonly TimeSpan LastNotice = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly List<AnalysisChannel> _open = [];
    private readonly List<int> _segments = [];

    public IReadOnlyList<AnalysisChannel> Open => Locked<IReadOnlyList<AnalysisChannel>>(() => [.. _open]);

    public IReadOnlyList<int> Segments => Locked<IReadOnlyList<int>>(() => [.. _segments]);

    /// <summary>Opens a channel and adds it in one: whoever asks when the client has seen the answer finds it.</summary>
    public async Task<AnalysisChannel> AddAsync(Func<Task<AnalysisChannel>> open)
    {
        await _gate.WaitAsync().ConfigureAwait(false);
        try
        {
            AnalysisChannel channel = await open().ConfigureAwait(false);
            _open.Add(channel);
            return channel;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Remove(AnalysisChannel channel) => Locked(() => _open.Remove(channel));

    public void AddSegment(int bytes) => Locked(() =>
    {
        _segments.Add(bytes);
        return _segments.Count;
    });

    public void ForgetSegments() => Locked(() =>
    {
        _segments.Clear();
        return 0;
    });

    /// <summary>Warns every open channel now and once more before the end, and closes them at the end.</summary>
    public async Task ShutDownAsync(TimeSpan notice)
    {
        foreach (AnalysisChannel channel in Open)
        {
            await channel.WarnAsync(notice).ConfigureAwait(false);
            if (notice > LastNotice)
            {
                channel.At(notice - LastNotice, () => _ = channel.WarnAsync(LastNotice));
            }

            channel.At(notice, () => channel.End(ChannelEnd.GoingAway));
        }
    }

    private T Locked<T>(Func<T> action)
    {
        _gate.Wait();
        try
        {
            return action();
        }
        finally
        {
            _gate.Release();
        }
    }
}
