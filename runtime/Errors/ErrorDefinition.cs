namespace Dragoman;

/// <summary>One entry of the error catalog: a code, what is known about it and the exception it becomes.</summary>
/// <param name="code">The code as the service sends it; compared ordinally.</param>
/// <param name="create">Creates the code's exception.</param>
public sealed class ErrorDefinition(string code, Func<ApiError, ApiException> create)
{
    /// <summary>The code as the service sends it.</summary>
    public string Code { get; } = code ?? throw new ArgumentNullException(nameof(code));

    /// <summary>The HTTP status the catalog gives the code, or <see langword="null"/> if it names none.</summary>
    public int? Status { get; init; }

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

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
