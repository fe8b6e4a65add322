namespace Dragoman;

/// <summary>How a client behaves. The client copies its options: changes after its construction have no effect.</summary>
public class ApiClientOptions
{
    internal static readonly string DefaultUserAgent =
        $"Dragoman/{typeof(ApiClientOptions).Assembly.GetName().Version?.ToString(3)} .NET/{Environment.Version}";

    /// <summary>Where the service is: an absolute http or https address without user name, query and fragment. Its path is kept. Default: the given <see cref="HttpClient.BaseAddress"/>.</summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The most time a call may take with all its tries and waits; of a streamed response until its head has arrived. Default: 5 minutes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The most time one try may take, its body included unless it is streamed. Default: 100 seconds; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>The longest time in which nothing of a streamed response arrives. Default: <see langword="null"/>, what the API's description says, else 2 minutes; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> for no limit.</summary>
    public TimeSpan? IdleTimeout { get; set; }

    /// <summary>The most retries of a call, 0 (none) to 10; the one try with a renewed token comes on top. Default: <see langword="null"/>, the error catalog decides.</summary>
    public int? MaxRetries { get; set; }

    /// <summary>The longest pause a service may ask for with <c>Retry-After</c>; if it asks for more, the call fails at once. Default: 60 seconds; more than 49 days are taken for 49 days.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// What is done otherwise than the error catalog says after single failures. A key is the code of an error, which need not be in
    /// the catalog, a status such as <c>429</c>, or one of the ranges <c>1XX</c> to <c>5XX</c>. The options of a call go before those
    /// of its operation, and these before the client's; within each of them the code goes before the status, and that before the range.
    /// Default: empty.
    /// </summary>
    /// <remarks>
    /// Retries after a code that is named here hold for every method, those after a status as before: for 429 and 503, for idempotent
    /// methods and for requests with an idempotency key. A status or a range repeats no code of the catalog that the catalog does not repeat.
    /// </remarks>
    public IDictionary<string, RetryOptions> Retry { get; private set; } = new Dictionary<string, RetryOptions>();

    /// <summary>
    /// Decides about another try after each that failed, in place of the rules. Default: <see langword="null"/>, nobody. It is not asked
    /// about a token that is renewed, about what fails before a try (a token that cannot be had, a limit without room), and about a stream
    /// that broke off after it had begun.
    /// </summary>
    /// <remarks>
    /// A decision to try again goes before the rule of the failure, before whether a request may take effect twice
    /// (<see cref="FailedTry.IsHarmless"/>), and before <see cref="MaxRetryAfter"/>. It does not go before <see cref="MaxRetries"/> and 10 in
    /// all, before <see cref="Timeout"/>, before the quota, of which a failure that no rule repeats takes what its status is known for,
    /// before an open circuit (<see cref="CircuitBreaker"/>), and before a body that cannot be sent again. It is called by the threads of the calls, by several at once. What it throws is thrown
    /// by the call.
    /// </remarks>
    public Func<FailedTry, RetryDecision>? DecideRetry { get; set; }

    /// <summary>How long a try may stay without an answer before the same request is sent once more beside it, zero to 49 days; only for what may be repeated. Default: <see langword="null"/>, never.</summary>
    /// <remarks>Such a request takes as many tokens of <see cref="RetryQuota"/> as a retry, and is not sent without them.</remarks>
    public TimeSpan? HedgingDelay { get; set; }

    /// <summary>What the calls of single operations do otherwise, by the id of the operation, which the client must have. The options of a call go before these. Default: empty.</summary>
    public IDictionary<string, OperationOptions> Operations { get; private set; } = new Dictionary<string, OperationOptions>();

    /// <summary>The tokens that retries cost. Default: <see langword="null"/>, a <see cref="Dragoman.RetryQuota"/> that all clients of the process share which send one credential to one service.</summary>
    public IRetryQuota? RetryQuota { get; set; }

    /// <summary>How the client keeps the service's limits before the service has to refuse calls. Default: <see langword="null"/>, not at all.</summary>
    public RateLimitOptions? RateLimits { get; set; }

    /// <summary>When the client stops to send requests to a service that fails. Default: <see langword="null"/>, never.</summary>
    public CircuitBreakerOptions? CircuitBreaker { get; set; }

    /// <summary>The most bytes of a response's body, after decompression. Default: 100 MB (104,857,600).</summary>
    public long MaxResponseBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>The <c>User-Agent</c> sent. Default: name and version of this library and of .NET; a default user agent of the given <see cref="HttpClient"/> has precedence over that.</summary>
    public string UserAgent { get; set; } = DefaultUserAgent;

    /// <summary>Told of every call how it went: once, when it is over, whatever its end. Default: <see langword="null"/>, nobody.</summary>
    /// <remarks>
    /// A success is told before its body is read as a value, a stream when the head of its response has arrived or could not be had.
    /// Each connection of a stream or a channel is a call, each look at a job, and each question whether a service is ready; requests to
    /// an authorization server are none. Nobody is told of a call whose token is canceled beforehand: it does not begin.
    /// It is called by the threads of the calls, by several at once. What it throws is thrown by a call that succeeded; after a failure
    /// it is dropped, since it would hide the failure.
    /// </remarks>
    public Action<CallSummary>? OnCompleted { get; set; }

    /// <summary>The clock of timeouts and waits. Default: <see cref="System.TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The jitter of waits between retries. Default: <see cref="System.Random.Shared"/>.</summary>
    public Random Random { get; set; } = Random.Shared;

    /// <summary>The ids that <see cref="Operations"/> can have; <see langword="null"/>, the default, for any.</summary>
    protected virtual IReadOnlyList<string>? OperationIds => null;

    /// <summary>The address of a server whose description has variables (OpenAPI 3.1, section 4.8.6).</summary>
    /// <param name="template">The address, with the names of variables in braces.</param>
    /// <param name="variables">Their values, taken as they are.</param>
    /// <returns>The address with the values.</returns>
    /// <exception cref="ArgumentException">The values make no absolute http or https address.</exception>
    protected static Uri ServerAddress(string template, params (string Name, string Value)[] variables)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(variables);
        string address = template;
        foreach ((string name, string value) in variables)
        {
            ArgumentNullException.ThrowIfNull(value, name);
            address = address.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new ArgumentException($"'{address}' is not an absolute http or https address.", nameof(variables));
    }

    /// <summary>A copy whose values were checked.</summary>
    /// <exception cref="ArgumentException">A value is outside its range.</exception>
    internal ApiClientOptions Checked()
    {
        ApiClientOptions copy = (ApiClientOptions)MemberwiseClone();
        TimeLimit.Check(copy.Timeout, name: nameof(Timeout));
        TimeLimit.Check(copy.AttemptTimeout, name: nameof(AttemptTimeout));
        OperationOptions.CheckTime(copy.IdleTimeout, nameof(IdleTimeout));
        OperationOptions.CheckRetries(copy.MaxRetries, nameof(MaxRetries));
        OperationOptions.CheckDelay(copy.HedgingDelay, nameof(HedgingDelay));
        ArgumentOutOfRangeException.ThrowIfLessThan(copy.MaxRetryAfter, TimeSpan.Zero, nameof(MaxRetryAfter));

        // No timer waits longer: the service must not be able to ask for what throws.
        copy.MaxRetryAfter = copy.MaxRetryAfter > TimeLimit.Longest ? TimeLimit.Longest : copy.MaxRetryAfter;
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(copy.MaxResponseBytes, 0, nameof(MaxResponseBytes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(copy.MaxResponseBytes, Array.MaxLength, nameof(MaxResponseBytes));
        ArgumentNullException.ThrowIfNull(copy.UserAgent, nameof(UserAgent));
        HeaderField.CheckValue(copy.UserAgent, nameof(UserAgent));
        ArgumentNullException.ThrowIfNull(copy.TimeProvider, nameof(TimeProvider));
        ArgumentNullException.ThrowIfNull(copy.Random, nameof(Random));
        copy.RateLimits = copy.RateLimits?.Checked();
        copy.CircuitBreaker = copy.CircuitBreaker?.Checked();
        copy.Retry = RetryOptions.Checked(Retry, nameof(Retry));
        copy.Operations = CheckedOperations();
        return copy;
    }

    /// <summary>What the calls of an operation do otherwise; <see langword="null"/> for one that is not named.</summary>
    internal OperationOptions? OptionsOf(ApiOperationInfo operation) =>
        Operations.Count > 0 && Operations.TryGetValue(operation.Id, out OperationOptions? options) ? options : null;

    private Dictionary<string, OperationOptions> CheckedOperations()
    {
        Dictionary<string, OperationOptions> copies = [];
        IReadOnlyList<string>? known = Operations.Count > 0 ? OperationIds : null;
        foreach ((string id, OperationOptions options) in Operations)
        {
            string place = $"{nameof(Operations)}[{id}]";
            if (known?.Contains(id) == false)
            {
                string near = known.FirstOrDefault(other => string.Equals(other, id, StringComparison.OrdinalIgnoreCase)) is { } same ? $" It has '{same}'." : "";
                throw new ArgumentException($"The client has no operation '{id}'.{near}", place);
            }

            ArgumentNullException.ThrowIfNull(options, place);
            copies.Add(id, options is RequestOptions ? throw new ArgumentException($"An operation has {nameof(OperationOptions)}; {nameof(RequestOptions)} are those of a call.", place) : options.Checked(place));
        }

        return copies;
    }
}
