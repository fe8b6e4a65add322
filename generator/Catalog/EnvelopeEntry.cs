using Dragoman.Generator.Text;

namespace Dragoman.Generator.Catalog;

/// <summary>Where the parts of an error body are, as JSON pointers (RFC 6901); null where the body does not have the part.</summary>
internal sealed record EnvelopeEntry
{
    public string? Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Where the body repeats the HTTP status.</summary>
    public string? Status { get; init; }

    public string? RequestId { get; init; }

    /// <summary>Where the body says how many seconds to wait.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>Where the body names the page about the error.</summary>
    public string? Docs { get; init; }

    /// <summary>Further members that the exception shows.</summary>
    public IReadOnlyList<EnvelopeMember> Members { get; init; } = [];
}

/// <summary>A further member of an error body.</summary>
/// <param name="Name">The name under which the exception shows it.</param>
/// <param name="Pointer">Where it is in the body.</param>
/// <param name="Node">The name in the catalog, for positions.</param>
internal sealed record EnvelopeMember(string Name, string Pointer, ScalarNode Node);
