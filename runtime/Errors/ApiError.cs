using System.Collections.ObjectModel;
using System.Text.Json;

namespace Dragoman;

/// <summary>Everything known about a failed call: what an <see cref="ApiException"/> is made from.</summary>
/// <remarks>Every text in it is already free of the credentials that were sent.</remarks>
public sealed record ApiError
{
    /// <summary>What went wrong, for people: the response's message, else the catalog's, else the status in words.</summary>
    public required string Message { get; init; }

    /// <summary>The service's error code, or <see langword="null"/> if the response carried none.</summary>
    public string? Code { get; init; }

    /// <summary>The HTTP status, or <see langword="null"/> if no response arrived.</summary>
    public int? Status { get; init; }

    /// <summary>What the catalog advises to do about it.</summary>
    public string? Resolution { get; init; }

    /// <summary>The catalog's category of the error.</summary>
    public string? Category { get; init; }

    /// <summary>The page that documents the error.</summary>
    public string? DocsUrl { get; init; }

    /// <summary>The service's id of the request, to be given to its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>How long the service asked to wait before the next request; never negative.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What a caller can do about it.</summary>
    public Recovery Recovery { get; init; }

    /// <summary>What each try met, in order; empty for a failure that is not a request's.</summary>
    public IReadOnlyList<ApiAttempt> Attempts { get; init; } = [];

    /// <summary>Why no further try was made.</summary>
    public StopReason StopReason { get; init; } = StopReason.NotRetryable;

    /// <summary>The extra members of the body that the catalog declares, by the catalog's names.</summary>
    public IReadOnlyDictionary<string, JsonElement> Members { get; init; } = ReadOnlyDictionary<string, JsonElement>.Empty;

    /// <summary>The beginning of the response's body as text (at most 64 KB were read), or <see langword="null"/> without a response.</summary>
    public string? Body { get; init; }

    /// <summary>The response's <c>Content-Type</c> as sent.</summary>
    public string? ContentType { get; init; }

    /// <summary>The response's headers, without the secrets of the request; empty without a response.</summary>
    public ResponseHeaders Headers { get; init; } = ResponseHeaders.Empty;

    /// <summary>The operation that was called.</summary>
    public ApiOperationInfo? Operation { get; init; }

    /// <summary>The catalog's entry of <see cref="Code"/>, or of the text that stands in place of one; <see langword="null"/> if the catalog has none.</summary>
    public ErrorDefinition? Definition { get; init; }

    /// <summary>The exception that caused the failure, if any.</summary>
    public Exception? InnerException { get; init; }
}
