namespace Dragoman;

/// <summary>The tokens that retries cost, so that a service in trouble gets few of them, however many calls fail.</summary>
/// <remarks>Safe for any number of calls at once. A retry after a transient failure costs 14, one after throttling 5; others cost nothing. A quota that cannot be reached decides by itself what holds: what it throws would be thrown by the call, and hide the service's own error.</remarks>
public interface IRetryQuota
{
    /// <summary>Takes the tokens of a retry before it is waited for.</summary>
    /// <param name="tokens">How many; above zero.</param>
    /// <param name="cancellationToken">Cancels the taking: for the caller, and when the retry could no longer begin before the call's deadline.</param>
    /// <returns>Whether there were enough; if not, none is taken, and the call ends with the service's own error (<see cref="StopReason.QuotaSpent"/>).</returns>
    /// <exception cref="OperationCanceledException">The taking was canceled.</exception>
    ValueTask<bool> TryTakeAsync(int tokens, CancellationToken cancellationToken);

    /// <summary>Gives tokens back: after a success that followed retries what the last one cost, after one at the first try a single one.</summary>
    /// <param name="tokens">How many; above zero. What is more than there can be is dropped.</param>
    void Return(int tokens);
}
