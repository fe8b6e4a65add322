namespace Dragoman;

/// <summary>A client of a service that says whether it can take work.</summary>
public interface IReadinessClient : IDisposable
{
    /// <summary>Asks once, without a retry.</summary>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>What the service said. That it did not answer is a state too.</returns>
    /// <exception cref="ApiException">The service answered with an error that says nothing of its readiness.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    Task<Readiness> AskReadinessAsync(CancellationToken cancellationToken);
}
