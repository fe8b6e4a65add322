namespace Dragoman.Runtime.Tests;

/// <summary>Gives one chunk with each read, as a connection does.</summary>
internal sealed class ChunkStream(IEnumerable<byte[]> chunks) : MemoryStream
{
    private readonly Queue<byte[]> _chunks = new(chunks);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_chunks.TryDequeue(out byte[]? chunk))
        {
            return new(0);
        }

        Assert.True(chunk.Length <= buffer.Length, "The reader must take a whole chunk.");
        chunk.CopyTo(buffer);
        return new(chunk.Length);
    }
}
