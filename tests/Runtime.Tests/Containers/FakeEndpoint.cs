namespace Dragoman.Runtime.Tests;

/// <summary>The client of an endpoint that says what the test wants.</summary>
internal sealed class FakeEndpoint(Func<CancellationToken, Task<Readiness>>? ask = null) : IReadinessClient
{
    private int _questions;

    public int Questions => _questions;

    public bool IsDisposed { get; private set; }

    public Task<Readiness> AskReadinessAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _questions);
        return ask?.Invoke(cancellationToken) ?? Task.FromResult(new Readiness { State = ReadinessState.Ready });
    }

    public void Dispose() => IsDisposed = true;
}
