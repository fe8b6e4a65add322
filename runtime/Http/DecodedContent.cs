namespace Dragoman;

/// <summary>Reads content that may be compressed.</summary>
internal static class DecodedContent
{
    /// <exception cref="InvalidDataException">The content cannot be decompressed.</exception>
    public static async ValueTask<int> ReadAsync(Stream content, Memory<byte> memory, CancellationToken cancellationToken)
    {
        try
        {
            return await content.ReadAsync(memory, cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception) when (exception is not ObjectDisposedException)
        {
            // BrotliStream's way to say what the other decompressing streams say with InvalidDataException.
            throw new InvalidDataException(exception.Message, exception);
        }
    }
}
