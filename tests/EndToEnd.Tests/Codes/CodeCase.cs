namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>What one failure of the references must become in the client.</summary>
/// <param name="Name">The code; of a failure without one, what the references call it.</param>
/// <param name="Operation">An operation that may meet it.</param>
/// <param name="Status">The HTTP status it comes with; null for a code that comes over a channel.</param>
/// <param name="Type">The exception.</param>
/// <param name="Family">The exception of the status, which <paramref name="Type"/> derives from; null where it is that exception itself, or where there is no status.</param>
internal sealed record CodeCase(string Name, string Operation, int? Status, Type Type, Type? Family = null)
{
    /// <summary>Whether answers carry <see cref="Name"/> as their code.</summary>
    public bool HasCode { get; init; } = true;

    /// <summary>The text by which a failure without a code is known; null where its status says enough.</summary>
    public string? Message { get; init; }

    /// <summary>The code of the answer; null for none.</summary>
    public string? Code => HasCode ? Name : null;

    /// <summary>Whether the catalog has an entry for it, and not for its status alone.</summary>
    public bool IsDefined => HasCode || Message is not null;
}
