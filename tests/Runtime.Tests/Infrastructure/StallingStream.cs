namespace Dragoman.Runtime.Tests;

/// <summary>Gives some bytes and then no more, until the reader cancels.</summary>
internal sealed class StallingStream(byte[] beginning, Action stalled) : MemoryStream(beginning)
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await base.ReadAsync(buffer, cancellationToken);
        if (count == 0)
        {
            stalled();
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return count;
    }
}
