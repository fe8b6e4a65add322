using System.Net;

namespace Dragoman;

/// <summary>Sends the calls of a client: with its credentials, within its time limits, repeated as its error catalog says.</summary>
/// <remarks>Safe for any number of calls at once.</remarks>
public sealed partial class ApiPipeline : IDisposable
{
    private readonly PipelineSettings _settings;
    private readonly RetryQuotas _quotas;
    private readonly PipelinePolicy _first;
    private readonly HttpClient? _ownClient;
    private readonly HttpClient? _ownChannelClient;
    private bool _isDisposed;

    /// <summary>Creates the pipeline of a client.</summary>
    /// <param name="options">The client's options; copied.</param>
    /// <param name="catalog">The service's errors.</param>
    /// <param name="credentials">What the client authenticates with, by security scheme.</param>
    /// <param name="httpClient">What sends the requests, or <see langword="null"/> for an own client. A given one is not disposed, and it should not follow redirects: it would send the credentials along.</param>
    /// <exception cref="ArgumentException">There is no usable base address, or another option is outside its range.</exception>
    public ApiPipeline(ApiClientOptions options, ErrorCatalog catalog, IReadOnlyList<ApiCredential> credentials, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(catalog);
        ArgumentNullException.ThrowIfNull(credentials);

        ApiClientOptions settings = options.Checked();
        BaseAddress baseAddress = BaseAddress.Of(settings.BaseAddress, httpClient?.BaseAddress);
        _settings = new(settings, baseAddress, catalog, credentials);

        if (httpClient is null)
        {
            _ownClient = CreateClient(static (context, cancellationToken) => ServiceConnection.ConnectAsync(context.DnsEndPoint, cancellationToken));

            // The platform's connections: a message that could not be written must not count as sent.
            _ownChannelClient = CreateClient(connect: null);
        }

        foreach (OAuthCredential credential in credentials.OfType<OAuthCredential>())
        {
            credential.Connect(httpClient ?? _ownClient!, settings, baseAddress);
        }

        TransportPolicy transport = new(httpClient ?? _ownClient!, httpClient ?? _ownChannelClient!, httpClient is null, _settings);
        AuthenticationPolicy authentication = new(credentials, settings.TimeProvider, transport);
        TimeoutPolicy timeout = new(settings.TimeProvider, authentication);
        PipelinePolicy limited = settings.RateLimits is { } limits ? new RateLimitPolicy(_settings, limits, authentication, timeout) : timeout;
        _quotas = new(_settings, authentication);
        CircuitBreaker? breaker = settings.CircuitBreaker is { } breaking ? new(breaking, _settings) : null;
        PipelinePolicy guarded = breaker is null ? limited : new CircuitBreakerPolicy(breaker, limited);
        HedgingPolicy hedging = new(settings, _quotas, guarded);
        TelemetryPolicy telemetry = new(_settings, new RetryPolicy(settings, _quotas, hedging, breaker));
        _first = new CompletionPolicy(settings, telemetry);
    }

    internal TimeProvider Clock => _settings.Options.TimeProvider;

    internal Random Random => _settings.Options.Random;

    /// <summary>Sends a call and returns its last response: a success, or an error that is not repeated (any more).</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Cancels the call, also while it waits for a retry.</param>
    /// <exception cref="TransportException">No complete response arrived.</exception>
    /// <exception cref="ApiTimeoutException">A time limit ended.</exception>
    /// <exception cref="ResponseFormatException">The response is larger than allowed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public Task<ApiResponse> SendAsync(ApiCall call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return SendAsync(new PipelineContext(call, _settings.Options, cancellationToken), cancellationToken);
    }

    /// <summary>Sends a call and returns its last response as soon as its head has arrived. The body of a success is left open (<see cref="ApiResponse.OpenBody"/>); that of an error is buffered.</summary>
    /// <remarks>
    /// Retries and the time limits of tries and of the call are over with the head; then only silence ends the body
    /// (<see cref="ApiClientOptions.IdleTimeout"/>). The response must be disposed, or it keeps its connection.
    /// </remarks>
    /// <param name="call">The call. Its <c>Accept</c> header says what to answer with; without one it is JSON.</param>
    /// <param name="cancellationToken">Cancels the call until it returns. The reads of the body have tokens of their own.</param>
    /// <exception cref="TransportException">No response arrived.</exception>
    /// <exception cref="ApiTimeoutException">A time limit ended.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public Task<ApiResponse> OpenAsync(ApiCall call, CancellationToken cancellationToken) => StartAsync(call, new BodyStreaming(), cancellationToken);

    /// <summary>The same, where only some statuses have a body that is left open.</summary>
    /// <param name="call">The call. Its <c>Accept</c> header says what to answer with; without one it is JSON.</param>
    /// <param name="isOpen">Whether the body of a success with this status is left open; else it is buffered, as by <see cref="SendAsync(ApiCall, CancellationToken)"/>.</param>
    /// <param name="cancellationToken">Cancels the call until it returns. The reads of the body have tokens of their own.</param>
    /// <exception cref="TransportException">No response arrived.</exception>
    /// <exception cref="ApiTimeoutException">A time limit ended.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">The call's parameters form no valid path.</exception>
    public Task<ApiResponse> OpenAsync(ApiCall call, Func<int, bool> isOpen, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(isOpen);
        return StartAsync(call, new BodyStreaming { Statuses = isOpen }, cancellationToken);
    }

    /// <summary>Sends a call whose response is JSON values one after the other: lines of JSON, or a JSON text sequence (RFC 7464).</summary>
    /// <remarks>
    /// The call is sent by each enumeration, with its first move. Until the head of the response has arrived, retries and time
    /// limits are those of every call; then only silence ends the stream (<see cref="ApiClientOptions.IdleTimeout"/>), and nothing
    /// is sent again. A line has at most <see cref="ApiClientOptions.MaxResponseBytes"/>; empty ones are skipped. Leaving the
    /// enumeration closes the connection.
    /// </remarks>
    /// <typeparam name="T">What a line becomes.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="mediaType">What to ask for; an <c>Accept</c> header of the call has precedence.</param>
    /// <param name="read">Reads a value.</param>
    /// <param name="cancellationToken">Cancels every enumeration, as does its own token.</param>
    /// <returns>
    /// The values. The enumeration throws the exception of an error; a <see cref="TransportException"/> if the stream breaks off; an
    /// <see cref="ApiTimeoutException"/> after a time limit; a <see cref="ResponseFormatException"/> if a line is not as described;
    /// and an <see cref="OperationCanceledException"/> with the token that was canceled.
    /// </returns>
    public IAsyncEnumerable<T> LinesAsync<T>(ApiCall call, string mediaType, JsonReadValue<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentNullException.ThrowIfNull(read);
        call.Header("Accept", mediaType);
        return new JsonLineStream<T>(_settings, call, StartAsync, read, cancellationToken);
    }

    /// <summary>Sends a call whose response is a stream of events (<c>text/event-stream</c>, always UTF-8).</summary>
    /// <remarks>
    /// The call is sent by each enumeration, with its first move. Until the head of the response has arrived, retries and time
    /// limits are those of every call; then only silence ends the stream, and nothing is sent again unless
    /// <paramref name="stream"/> reconnects. That waits as long as the service asks, or with exponential backoff (1 s to 30 s), and
    /// happens up to 10 times in a row (<see cref="ApiClientOptions.MaxRetries"/>); an event begins a new row. After a break it
    /// takes from the <see cref="ApiClientOptions.RetryQuota"/> as a retry does. An event has at most 1 MB. Leaving the enumeration
    /// closes the connection.
    /// </remarks>
    /// <typeparam name="T">What an event becomes.</typeparam>
    /// <param name="call">The call.</param>
    /// <param name="stream">The stream as described.</param>
    /// <param name="read">Reads an event; a <see cref="System.Text.Json.JsonException"/> becomes a <see cref="ResponseFormatException"/>.</param>
    /// <param name="cancellationToken">Cancels every enumeration, as does its own token.</param>
    /// <returns>
    /// The events. The enumeration throws the exception of an error's code, also in the middle; a <see cref="TransportException"/>
    /// if the stream breaks off, or ends without one of the events that end it; an <see cref="ApiTimeoutException"/> after a
    /// time limit; a <see cref="ResponseFormatException"/> if the response is no stream of events or an event is not as described;
    /// and an <see cref="OperationCanceledException"/> with the token that was canceled.
    /// </returns>
    public IAsyncEnumerable<T> StreamAsync<T>(ApiCall call, EventStreamInfo stream, Func<ServerSentEvent, T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(read);
        return new EventStream<T>(_settings, _quotas, call, stream, StartAsync, read, cancellationToken);
    }

    /// <summary>Connects a channel. The handshake is sent as every other call is; the channel outlives the pipeline, but makes no new connections without it.</summary>
    /// <param name="call">The call that is upgraded to a WebSocket.</param>
    /// <param name="description">The channel.</param>
    /// <param name="options">How it behaves.</param>
    /// <param name="cancellationToken">Cancels the connecting, and not the channel.</param>
    /// <returns>The connection that the generated channel takes over.</returns>
    /// <exception cref="ApiException">The service refused, or there was no way to it.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    /// <exception cref="ArgumentException">An option is outside its range, or the call's parameters form no valid path.</exception>
    public async Task<ChannelConnection> ConnectAsync(ApiCall call, ChannelDescription description, ChannelOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(description);
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();

        ChannelOptions settings = (options ?? new()).Checked();
        ChannelUpgrade upgrade = new(settings.SendTokenAsSubprotocol ? description.TokenProtocol : null, settings.KeepAliveInterval);
        ChannelHandshake handshake = new(_first, _settings, call, description, upgrade);
        ChannelLink link = await handshake.ConnectAsync(limits: null, cancellationToken).ConfigureAwait(false);
        return new(description, link, new Reconnector(handshake, description.Reconnect, settings, new(_quotas, call.Operation)), _settings.Options.TimeProvider);
    }

    /// <summary>Looks at the state of a job until it ends.</summary>
    /// <typeparam name="T">The state.</typeparam>
    /// <param name="poll">Gets the state.</param>
    /// <param name="outcome">Judges it.</param>
    /// <param name="schedule">How often and how long to look.</param>
    /// <param name="progress">Told every state, the last one included.</param>
    /// <param name="cancellationToken">Cancels the polling.</param>
    /// <returns>The state that <paramref name="outcome"/> calls a success.</returns>
    /// <exception cref="ApiException">The job failed, or its state could not be had.</exception>
    /// <exception cref="ApiTimeoutException">The job did not end in time (<see cref="TimeoutScope.Polling"/>).</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    public Task<T> PollAsync<T>(Func<CancellationToken, Task<T>> poll, Func<T, PollOutcome> outcome, PollSchedule schedule, IProgress<T>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(poll);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(schedule);

        // Made when it is needed: tokens are renewed in the meantime.
        return new Poller(schedule, _settings.Options.TimeProvider, () => new(_settings.Credentials.SelectMany(static credential => credential.Secrets))).RunAsync(poll, outcome, progress, cancellationToken);
    }

    /// <summary>Disposes the own client, if there is one. Calls that are under way fail.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _ownClient?.Dispose();
        _ownChannelClient?.Dispose();
    }

    private Task<ApiResponse> StartAsync(ApiCall call, BodyStreaming streaming, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        return SendAsync(new PipelineContext(call, _settings.Options, cancellationToken, streaming), cancellationToken);
    }

    private Task<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return cancellationToken.IsCancellationRequested ? Task.FromCanceled<ApiResponse>(cancellationToken)
            : _first.SendAsync(context, cancellationToken).AsTask();
    }

    // The timeout policy limits each try, with its own clock.
    private static HttpClient CreateClient(Func<SocketsHttpConnectionContext, CancellationToken, ValueTask<Stream>>? connect) =>
        new(ServiceConnection.CreateHandler(connect)) { Timeout = Timeout.InfiniteTimeSpan };
}
