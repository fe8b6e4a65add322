namespace Dragoman;

/// <summary>A file that the service answers with, while it arrives. Disposing it closes the connection, unless the file was read to its end.</summary>
public sealed class FileDownload : IAsyncDisposable
{
    internal FileDownload(Stream stream, string? contentType, string? fileName, long? length)
    {
        Stream = stream;
        ContentType = contentType;
        FileName = fileName;
        Length = length;
    }

    /// <summary>The bytes, decompressed: to be read once and asynchronously, without a limit of size.</summary>
    /// <remarks>
    /// A read throws a <see cref="TransportException"/> if the file breaks off, an <see cref="ApiTimeoutException"/> after a
    /// silence of <see cref="ApiClientOptions.IdleTimeout"/>, and an <see cref="OperationCanceledException"/> with the read's token.
    /// </remarks>
    public Stream Stream { get; }

    /// <summary>The <c>Content-Type</c> as sent.</summary>
    public string? ContentType { get; }

    /// <summary>The name that the service proposes (RFC 6266), without folders and control characters, or <see langword="null"/> if it proposes none.</summary>
    public string? FileName { get; }

    /// <summary>How many bytes there are, or <see langword="null"/> if only reading tells, as with a compressed response.</summary>
    public long? Length { get; }

    /// <summary>Ends the download.</summary>
    /// <returns>A task that is over when the connection is free or closed.</returns>
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
