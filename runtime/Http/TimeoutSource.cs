namespace Dragoman;

/// <summary>A token that is canceled by the caller or after a time, whichever comes first.</summary>
/// <remarks>One source with a callback on the caller's token, instead of a timed source and a linked one.</remarks>
internal sealed class TimeoutSource : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    public TimeoutSource(TimeSpan timeout, TimeProvider clock, CancellationToken caller)
    {
        _source = new(timeout, clock);
        _registration = caller.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>Whether the token was canceled; by the time if the caller's token was not.</summary>
    public bool HasEnded => _source.IsCancellationRequested;

    public void Dispose()
    {
        // First the callback, so that it never runs on a disposed source.
        _registration.Dispose();
        _source.Dispose();
    }
}
