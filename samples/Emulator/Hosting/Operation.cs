using Dragoman.Samples.Emulator.Faults;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>An operation of an API: where it is, and what it does.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The route.</param>
/// <param name="Serve">Serves a call, or throws <see cref="RefusedException"/>.</param>
internal sealed record Operation(string Id, string Method, string Path, Func<ServerCall, Reply> Serve)
{
    /// <summary>Checks the credentials before anything else; throws <see cref="RefusedException"/>.</summary>
    public Action<ServerCall> Authorize { get; init; } = static _ => { };

    /// <summary>Whether a repeated <c>Idempotency-Key</c> gets the first reply again.</summary>
    public bool TakesIdempotencyKey { get; init; }

    /// <summary>Takes over once <see cref="Serve"/> has answered 101; null for an operation that is no channel.</summary>
    public Func<HttpContext, PlannedFault?, Task>? Connect { get; init; }
}
