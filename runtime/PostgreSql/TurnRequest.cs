namespace Dragoman;

/// <summary>One who asks for permits.</summary>
/// <param name="permits">How many; zero to ask for the wait alone.</param>
/// <param name="maxWait">The longest wait that is taken; <see cref="Timeout.InfiniteTimeSpan"/> for any.</param>
internal sealed class TurnRequest(int permits, TimeSpan maxWait)
{
    private readonly TaskCompletionSource<Turn> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Permits { get; } = permits;

    /// <summary>In microseconds.</summary>
    public long MaxWait { get; } = maxWait == Timeout.InfiniteTimeSpan ? long.MaxValue : maxWait.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>Whether nobody waits for the answer any more.</summary>
    public bool IsOver => _answer.Task.IsCompleted;

    public async Task<Turn> GetAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister((_, token) => _answer.TrySetCanceled(token), null);
        return await _answer.Task.ConfigureAwait(false);
    }

    /// <summary>False if the answer came too late.</summary>
    public bool TryAnswer(Turn turn) => _answer.TrySetResult(turn);

    public void Fail(Exception failure) => _answer.TrySetException(failure);
}
