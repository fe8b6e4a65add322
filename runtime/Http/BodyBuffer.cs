using System.Buffers;

namespace Dragoman;

/// <summary>A response's body in pooled memory.</summary>
internal sealed class BodyBuffer : IDisposable
{
    private const int FirstSize = 4 * 1024;
    private const int MostTrusted = 1024 * 1024;

    private byte[]? _array = [];
    private int _length;

    /// <summary>The bytes read so far.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_array is null, typeof(ApiResponse));
            return _array.AsMemory(0, _length);
        }
    }

    /// <summary>Whether the body goes on after the bytes read.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads a body up to a limit. If it throws, <see cref="Bytes"/> holds what came before.</summary>
    public async ValueTask ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        // Set back at the end: whatever interrupts the reading leaves a body that is cut.
        IsCut = true;

        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            // One byte more than announced, so that the end is seen without growing. A large announcement isn't trusted before the bytes are there.
            Grow((int)Math.Min(content.Headers.ContentLength + 1 ?? FirstSize, Math.Min((long)limit + 1, MostTrusted)));

            int count;
            while ((count = await DecodedContent.ReadAsync(stream, _array.AsMemory(_length), cancellationToken).ConfigureAwait(false)) > 0)
            {
                _length += count;
                if (_length > limit)
                {
                    _length = limit;
                    return;
                }

                if (_length == _array!.Length)
                {
                    Grow((int)Math.Min(2L * _length, Array.MaxLength));
                }
            }
        }

        IsCut = false;
    }

    public void Dispose()
    {
        // After an interrupted read something might still write to the array: such a one doesn't go back to the pool.
        if (_array is { Length: > 0 } && !IsCut)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }

        _array = null;
    }

    private void Grow(int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(size);
        _array.AsSpan(0, _length).CopyTo(larger);
        if (_array!.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_array);
        }

        _array = larger;
    }
}
