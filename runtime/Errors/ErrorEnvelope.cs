using System.Collections.ObjectModel;

namespace Dragoman;

/// <summary>Where an error body keeps its parts: JSON pointers (RFC 6901), each optional.</summary>
public sealed class ErrorEnvelope
{
    /// <summary>Points to the error code; a number counts as its text.</summary>
    public string? Code { get; init; }

    /// <summary>Points to the message.</summary>
    public string? Message { get; init; }

    /// <summary>Points to the status as the body gives it; used where there is no HTTP status.</summary>
    public string? Status { get; init; }

    /// <summary>Points to the request's id.</summary>
    public string? RequestId { get; init; }

    /// <summary>Points to a number of seconds to wait; used when the response has no <c>Retry-After</c>.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Points to the address of the page about the error; used instead of the catalog's if it is an absolute http or https URL.</summary>
    public string? DocsUrl { get; init; }

    /// <summary>Extra members to expose on the exception: name to pointer.</summary>
    public IReadOnlyDictionary<string, string> Members { get; init; } = ReadOnlyDictionary<string, string>.Empty;
}
