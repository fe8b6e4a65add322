using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// A service on 127.0.0.1 with its failures on demand. Each is written from the service's reference texts alone and
/// shares nothing with the generated clients, so that each checks the other.
/// </summary>
public abstract class ServiceEmulator : IAsyncDisposable
{
    private readonly EmulatedApi _api;
    private readonly FaultQueue _faults;
    private readonly RequestLog _requests = new();
    private EmulatorHost? _host;

    private protected ServiceEmulator(EmulatedApi api)
    {
        _api = api;
        _faults = new FaultQueue(api);
    }

    /// <summary>Where the emulator listens, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri BaseAddress => _host!.BaseAddress;

    /// <summary>The requests received since the start or the last <see cref="Reset"/>, in order of arrival: a snapshot.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _requests.Snapshot();

    /// <summary>The operationIds of the emulated API.</summary>
    public IReadOnlyList<string> OperationIds => [.. _api.Operations.Select(operation => operation.Id)];

    /// <summary>Makes the next calls of an operation fail.</summary>
    /// <param name="operationId">The operation, such as <c>generateAgent</c>.</param>
    /// <param name="fault">How they fail.</param>
    /// <param name="times">How many calls fail, from 1. What was asked for earlier comes first.</param>
    /// <exception cref="ArgumentException">There is no such operation, or the code is not in the API's reference and has no status.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="times"/> is less than 1, the status is not that of an error, or a number is negative.
    /// </exception>
    public void Fail(string operationId, Fault fault, int times = 1) => _faults.Add(operationId, fault, times);

    /// <summary>Makes the next calls of an operation fail with a code of the API's reference.</summary>
    /// <param name="operationId">The operation, such as <c>generateAgent</c>.</param>
    /// <param name="code">One of the reference; also one this operation does not raise by itself.</param>
    /// <param name="times">How many calls fail, from 1. What was asked for earlier comes first.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, sent as it is; null for none.</param>
    /// <exception cref="ArgumentException">There is no such operation, or the code is not in the reference.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Fail(string operationId, string code, int times = 1, string? retryAfter = null) =>
        Fail(operationId, new Fault { Code = code, RetryAfter = retryAfter }, times);

    /// <summary>Makes the next calls of an operation fail with any code, also one that nobody knows.</summary>
    /// <param name="operationId">The operation, such as <c>generateAgent</c>.</param>
    /// <param name="code">The code, such as <c>GPU_ON_FIRE</c>.</param>
    /// <param name="message">The message of the envelope.</param>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="times">How many calls fail, from 1. What was asked for earlier comes first.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, sent as it is; null for none.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="times"/> is less than 1, or <paramref name="status"/> is not that of an error.
    /// </exception>
    public void Fail(string operationId, string code, string message, int status, int times = 1, string? retryAfter = null) =>
        Fail(operationId, new Fault { Code = code, Message = message, Status = status, RetryAfter = retryAfter }, times);

    /// <summary>Makes the next calls of an operation fail with a status and no code.</summary>
    /// <param name="operationId">The operation, such as <c>launch</c>.</param>
    /// <param name="status">The HTTP status, 400 to 599.</param>
    /// <param name="message">The message of the envelope; null for one that belongs to the status.</param>
    /// <param name="times">How many calls fail, from 1. What was asked for earlier comes first.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, sent as it is; null for none.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="times"/> is less than 1, or <paramref name="status"/> is not that of an error.
    /// </exception>
    public void Fail(string operationId, int status, string? message = null, int times = 1, string? retryAfter = null) =>
        Fail(operationId, new Fault { Message = message, Status = status, RetryAfter = retryAfter }, times);

    /// <summary>Makes the next calls of an operation answer with any status and body, such as a gateway's HTML page.</summary>
    /// <param name="operationId">The operation, such as <c>generateAgent</c>.</param>
    /// <param name="status">The HTTP status, 200 to 599.</param>
    /// <param name="contentType">The <c>Content-Type</c> header, sent as it is; empty for none.</param>
    /// <param name="body">The body, sent as UTF-8; empty for none.</param>
    /// <param name="times">How many calls get this answer, from 1. What was asked for earlier comes first.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, sent as it is; null for none.</param>
    /// <exception cref="ArgumentException">There is no such operation.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="times"/> is less than 1, or <paramref name="status"/> is out of range.
    /// </exception>
    public void Answer(string operationId, int status, string contentType, string body, int times = 1, string? retryAfter = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(status, 599);
        var answer = new Reply(status, contentType, body) { RetryAfter = retryAfter };
        _faults.Add(operationId, new PlannedFault(new Fault(), Error: null, Literal: answer), times);
    }

    /// <summary>Forgets the state, the idempotency keys, the received requests and the failures still to come.</summary>
    public void Reset()
    {
        lock (_api.Gate)
        {
            _api.Clear();
        }

        _faults.Clear();
        _requests.Clear();
    }

    /// <summary>Ends the emulator as a process that is killed: every connection is reset, and the port refuses new ones.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public Task KillAsync() => _host!.KillAsync();

    /// <summary>Stops listening; requests under way are finished or cut off.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _host?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private protected static async Task<T> StartAsync<T>(T emulator, CancellationToken ct)
        where T : ServiceEmulator
    {
        emulator._host = await EmulatorHost.StartAsync(emulator._api, emulator._faults, emulator._requests, ct).ConfigureAwait(false);
        return emulator;
    }
}
