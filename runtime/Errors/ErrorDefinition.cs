namespace Dragoman;

/// <summary>One entry of the error catalog: a code, what is known about it and the exception it becomes.</summary>
/// <param name="code">The code as the service sends it; compared ordinally.</param>
/// <param name="create">Creates the code's exception.</param>
public sealed class ErrorDefinition(string code, Func<ApiError, ApiException> create)
{
    /// <summary>The code as the service sends it; of an error with <see cref="Match"/> the catalog's own name.</summary>
    public string Code { get; } = code ?? throw new ArgumentNullException(nameof(code));

    /// <summary>The HTTP status the catalog gives the code, or <see langword="null"/> if it names none.</summary>
    public int? Status { get; init; }

    /// <summary>For an error that the service tells without a code: the texts of which the message or body contains one, ignoring case. It comes with <see cref="Status"/> only. Default: none, the code tells the error.</summary>
    public IReadOnlyList<string> Match { get; init; } = [];

    /// <summary>The catalog's category.</summary>
    public string? Category { get; init; }

    /// <summary>The message used when the response has none.</summary>
    public string? Message { get; init; }

    /// <summary>What to do about it.</summary>
    public string? Resolution { get; init; }

    /// <summary>The page that documents the code.</summary>
    public string? DocsUrl { get; init; }

    /// <summary>Whether and how a request that met this code is repeated. Default: <see cref="RetryRule.Never"/>.</summary>
    public RetryRule Retry { get; init; } = RetryRule.Never;

    internal Func<ApiError, ApiException> Create { get; } = create ?? throw new ArgumentNullException(nameof(create));

    /// <summary>Whether an answer without a known code is this error.</summary>
    internal bool Matches(int? status, string? message, string? body) => status is not null && status == Status
        && Match.Any(text => message?.Contains(text, StringComparison.OrdinalIgnoreCase) == true || body?.Contains(text, StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>The exception of the error where something else than an error body told it: the state of a job, or a close status.</summary>
    /// <param name="told">What the service said, free of secrets; null or empty if it said nothing.</param>
    /// <param name="otherwise">The message if nobody has one.</param>
    /// <param name="operation">The operation that told it.</param>
    internal ApiException ToException(string? told, string otherwise, ApiOperationInfo operation) => Create(new()
    {
        Message = string.IsNullOrWhiteSpace(told) ? Message ?? otherwise : told,
        Code = Code,
        Resolution = Resolution,
        Category = Category,
        DocsUrl = DocsUrl,
        Recovery = Retry.Recovery,
        Operation = operation,
        Definition = this,
    });
}
