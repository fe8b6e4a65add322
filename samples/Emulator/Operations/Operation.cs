using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Operations;

/// <summary>An operation of the API: where it is, and what it does.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route.</param>
/// <param name="Serve">Serves a call, or throws <see cref="Errors.RefusedException"/>.</param>
internal sealed record Operation(string Id, string Method, string Path, Func<OperationCall, Reply> Serve)
{
    /// <summary>Whether a repeated <c>Idempotency-Key</c> gets the first reply again.</summary>
    public bool TakesIdempotencyKey { get; init; }
}
