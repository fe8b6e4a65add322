namespace Dragoman;

/// <summary>Ends an enumeration when the token of its call is canceled, or that of its enumerator.</summary>
internal sealed class StreamCancellation(CancellationToken callToken, CancellationToken enumeratorToken) : IDisposable
{
    private readonly CancellationTokenSource _either = CancellationTokenSource.CreateLinkedTokenSource(callToken, enumeratorToken);

    /// <summary>Canceled with either of them.</summary>
    public CancellationToken Token => _either.Token;

    public bool IsRequested => callToken.IsCancellationRequested || enumeratorToken.IsCancellationRequested;

    /// <summary>The linked token is nobody's but ours: a cancellation carries the one that the caller knows.</summary>
    public OperationCanceledException Known(OperationCanceledException canceled) =>
        new(canceled.Message, canceled, callToken.IsCancellationRequested ? callToken : enumeratorToken);

    public void Dispose() => _either.Dispose();
}
