namespace Dragoman;

/// <summary>Why a circuit does not let a request through.</summary>
/// <param name="Wait">The time until it lets one through; <see langword="null"/> while one is under way on which that depends.</param>
/// <param name="Failures">How many requests had failed when it opened.</param>
/// <param name="Requests">Of how many.</param>
internal readonly record struct CircuitRefusal(TimeSpan? Wait, int Failures, int Requests);
