namespace Dragoman.Generator.Model;

/// <summary>An operation that says whether the service can take work (the <c>x-readiness</c> extension).</summary>
/// <param name="Name">The method without its <c>Async</c>.</param>
/// <param name="NotReady">The statuses that mean "not now".</param>
/// <param name="Interval">Between the first answer and the next question, in milliseconds.</param>
/// <param name="Cap">Between any answer and the next question, in milliseconds.</param>
/// <param name="Timeout">For the whole wait, in milliseconds.</param>
/// <param name="AttemptTimeout">For one question, in milliseconds.</param>
/// <param name="Load">A JSON pointer into the body; null where the service does not tell its load.</param>
/// <param name="Capacity">A JSON pointer into the body; null where the service does not tell it.</param>
internal sealed record ReadinessModel(
    string Name,
    OperationModel Operation,
    EquatableArray<int> NotReady,
    long Interval,
    long Cap,
    long Timeout,
    long AttemptTimeout,
    string? Load,
    string? Capacity);
