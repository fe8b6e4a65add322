namespace Dragoman;

/// <summary>What a client knows about its service's errors.</summary>
/// <param name="fallback">Creates the exception of a response that neither a code nor a status of the catalog describes.</param>
public sealed class ErrorCatalog(Func<ApiError, ApiException> fallback)
{
    private readonly Dictionary<string, ErrorDefinition> _byCode = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<ErrorDefinition> _errors = [];
    private PointerNode? _pointers;

    /// <summary>The shapes of error bodies, tried in order.</summary>
    public IReadOnlyList<ErrorEnvelope> Envelopes { get; init; } = [];

    /// <summary>The known codes. Of two entries with one code the first counts.</summary>
    public IReadOnlyList<ErrorDefinition> Errors
    {
        get => _errors;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            _errors = value;
            foreach (ErrorDefinition definition in value.Where(static definition => definition.Match.Count == 0))
            {
                _byCode.TryAdd(definition.Code, definition);
            }
        }
    }

    /// <summary>What holds for statuses without a known code.</summary>
    public IReadOnlyList<StatusDefinition> Statuses { get; init; } = [];

    /// <summary>The limits of the service on how often it may be called. The client keeps them where <see cref="ApiClientOptions.RateLimits"/> says so.</summary>
    public IReadOnlyList<RateLimitDefinition> Limits { get; init; } = [];

    /// <summary>The pointers of all envelopes and rules; built by the first error, since most clients that are created never meet one.</summary>
    internal PointerNode Pointers => _pointers ??= PointerNode.Of(
    [
        .. Envelopes.SelectMany(PointersOf),
        .. Errors.Select(static error => error.Retry.Pointer),
        .. Statuses.Select(static status => status.Retry?.Pointer),
    ]);

    internal Func<ApiError, ApiException> Fallback { get; } = fallback ?? throw new ArgumentNullException(nameof(fallback));

    internal ErrorDefinition? Find(string? code) => code is null ? null : _byCode.GetValueOrDefault(code);

    /// <summary>The first error whose text an answer without a known code contains.</summary>
    internal ErrorDefinition? Find(int? status, string? message, string? body) => _errors.FirstOrDefault(definition => definition.Matches(status, message, body));

    /// <summary>The narrowest entry that covers the status: a single status beats a range.</summary>
    internal StatusDefinition? Find(int status)
    {
        StatusDefinition? narrowest = null;
        foreach (StatusDefinition definition in Statuses)
        {
            if (definition.Covers(status) && (narrowest is null || definition.To - definition.From < narrowest.To - narrowest.From))
            {
                narrowest = definition;
            }
        }

        return narrowest;
    }

    private static IEnumerable<string?> PointersOf(ErrorEnvelope envelope) =>
        [envelope.Code, envelope.Message, envelope.Status, envelope.RequestId, envelope.RetryAfter, envelope.DocsUrl, .. envelope.Members.Values];
}
