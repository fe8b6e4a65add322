namespace Dragoman.Samples.Emulator;

/// <summary>A request as it reached the emulator.</summary>
/// <param name="Method">The HTTP method, in upper case.</param>
/// <param name="Path">The path, percent-decoded, without the query.</param>
/// <param name="Query">The query with its question mark; empty when there is none.</param>
/// <param name="Headers">The headers; names without regard to case, several values of one name joined by a comma.</param>
/// <param name="Body">The body as UTF-8 text; empty when there is none.</param>
/// <param name="OperationId">The operation the request was routed to; null when no operation has this method and path.</param>
public sealed record ReceivedRequest(
    string Method,
    string Path,
    string Query,
    IReadOnlyDictionary<string, string> Headers,
    string Body,
    string? OperationId)
{
    /// <summary>The body as it came; the same as <see cref="Body"/> where that is text.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }
}
