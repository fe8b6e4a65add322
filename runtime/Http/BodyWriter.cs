namespace Dragoman;

/// <summary>Writes the body of one try to the connection, and tells how far it is.</summary>
internal sealed class BodyWriter(Stream destination, IProgress<long>? progress, long? length)
{
    private const long SmallestStep = 64 * 1024;

    /// <summary>A hundredth of the body where its length is known, so that a large one does not report all the time.</summary>
    private readonly long _step = Math.Max(SmallestStep, length / 100 ?? 4 * SmallestStep);

    private long _written;
    private long _reported = -1;

    /// <summary>Whether the connection failed, and not what the body is made from.</summary>
    public bool HasFailed { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        try
        {
            await destination.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            HasFailed = true;
            throw;
        }

        _written += bytes.Length;
        if (_written - Math.Max(_reported, 0) >= _step)
        {
            Report();
        }
    }

    /// <summary>Reports the whole body, unless that has been done.</summary>
    public void Complete()
    {
        if (_reported != _written)
        {
            Report();
        }
    }

    private void Report()
    {
        _reported = _written;
        progress?.Report(_written);
    }
}
