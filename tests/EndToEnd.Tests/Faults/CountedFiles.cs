namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>Files for requests, which are opened for every try, and counted when they are opened and when they are disposed.</summary>
internal sealed class CountedFiles(int length)
{
    private readonly SemaphoreSlim _disposed = new(0);
    private int _opened;

    public int Opened => Volatile.Read(ref _opened);

    /// <summary>How often one was opened and not disposed yet.</summary>
    public int Open => Opened - _disposed.CurrentCount;

    public FileUpload Next() => FileUpload.FromFactory(_ => new(OpenNext()), length: length);

    /// <summary>Returns when each was disposed. A connection that was given up may still be sending.</summary>
    public async Task AllDisposedAsync()
    {
        for (int i = 0; i < Opened; i++)
        {
            await _disposed.WaitAsync();
        }

        Assert.Equal(0, _disposed.CurrentCount);
    }

    private CountedFile OpenNext()
    {
        Interlocked.Increment(ref _opened);
        return new(new byte[length], () => _disposed.Release());
    }

    private sealed class CountedFile(byte[] bytes, Action disposed) : MemoryStream(bytes)
    {
        private Action? _disposed = disposed;

        protected override void Dispose(bool disposing)
        {
            Interlocked.Exchange(ref _disposed, null)?.Invoke();
            base.Dispose(disposing);
        }
    }
}
