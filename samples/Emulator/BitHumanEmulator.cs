using Dragoman.Samples.Emulator.Errors;
using Dragoman.Samples.Emulator.Faults;
using Dragoman.Samples.Emulator.Hosting;
using Dragoman.Samples.Emulator.State;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// The bitHuman REST API on 127.0.0.1: agents that pass through their states, and every failure of the error reference
/// on demand. It is written from the API's reference texts alone and shares nothing with the generated client, so that
/// each checks the other.
/// </summary>
public sealed class BitHumanEmulator : IAsyncDisposable
{
    /// <summary>The only API secret the emulator accepts.</summary>
    public const string ApiSecret = "emulator-secret";

    private readonly EmulatorState _state;
    private readonly FaultQueue _faults;
    private readonly RequestLog _requests;
    private readonly EmulatorHost _host;

    private BitHumanEmulator(EmulatorState state, FaultQueue faults, RequestLog requests, EmulatorHost host)
    {
        _state = state;
        _faults = faults;
        _requests = requests;
        _host = host;
    }

    /// <summary>Where the emulator listens, such as <c>http://127.0.0.1:5080/</c>.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>The requests received since the start or the last <see cref="Reset"/>, in order of arrival: a snapshot.</summary>
    public IReadOnlyList<ReceivedRequest> Requests => _requests.Snapshot();

    /// <summary>Starts an emulator; dispose it to stop.</summary>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<BitHumanEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default)
    {
        options ??= new EmulatorOptions();
        var state = new EmulatorState(options.TimeProvider, options.StepDuration);
        var faults = new FaultQueue();
        var requests = new RequestLog();
        EmulatorHost host = await EmulatorHost.StartAsync(options.Port, state, faults, requests, ct).ConfigureAwait(false);
        return new BitHumanEmulator(state, faults, requests, host);
    }

    /// <summary>Makes the next calls of an operation fail with a code of the error reference.</summary>
    /// <param name="operationId">The operation, such as <c>generateAgent</c>.</param>
    /// <param name="code">One of the 18 codes; also one this operation does not raise by itself.</param>
    /// <param name="times">How many calls fail, from 1. What was asked for earlier comes first.</param>
    /// <param name="retryAfter">The value of the <c>Retry-After</c> header, sent as it is; null for none.</param>
    /// <exception cref="ArgumentException">There is no such operation, or the code is not in the error reference.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Fail(string operationId, string code, int times = 1, string? retryAfter = null) =>
        _faults.Add(operationId, Reply.Error(ApiErrors.Get(code)) with { RetryAfter = retryAfter }, times);

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
        _faults.Add(operationId, Reply.Error(ApiErrors.Custom(code, message, status)) with { RetryAfter = retryAfter }, times);

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
        _faults.Add(operationId, new Reply(status, contentType, body) { RetryAfter = retryAfter }, times);
    }

    /// <summary>Adds an agent that is ready, as if it had been generated some time ago.</summary>
    /// <param name="agentId">Its identifier, which replaces an agent that has it; null for a new one.</param>
    /// <param name="systemPrompt">Its system prompt.</param>
    /// <param name="activeRooms">The number of live sessions it is in; with 0, speaking finds no room.</param>
    /// <returns>The agent's identifier.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="activeRooms"/> is negative.</exception>
    public string AddAgent(string? agentId = null, string systemPrompt = "You are a patient guide.", int activeRooms = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(activeRooms);
        lock (_state)
        {
            return _state.AddReadyAgent(agentId, systemPrompt, activeRooms).Id;
        }
    }

    /// <summary>Forgets the agents, the idempotency keys, the received requests and the failures still to come.</summary>
    public void Reset()
    {
        lock (_state)
        {
            _state.Clear();
        }

        _faults.Clear();
        _requests.Clear();
    }

    /// <summary>Stops listening; requests under way are finished or cut off.</summary>
    /// <returns>A task that ends when the port is free.</returns>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
