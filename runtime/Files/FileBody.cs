using System.Buffers;

namespace Dragoman;

/// <summary>A file in a request, within the bounds that the API sets for its size.</summary>
internal sealed class FileBody
{
    private const int BufferSize = 64 * 1024;

    /// <summary>What is sent without asking: less than what asking takes.</summary>
    private const int MostUnasked = 1024 * 1024;

    private readonly string _name;
    private readonly long _minLength;
    private readonly long _maxLength;

    /// <exception cref="ArgumentException">The file is known to be too small or too large.</exception>
    public FileBody(string name, FileUpload file, long minLength, long maxLength)
    {
        _name = name;
        _minLength = minLength;
        _maxLength = maxLength;
        File = file;
        if (file.Length is { } length)
        {
            CheckMost(length);
            CheckLeast(length);
        }
    }

    public FileUpload File { get; }

    public bool IsLarge => File.Length is not <= MostUnasked;

    /// <summary>Sends the file.</summary>
    /// <exception cref="ArgumentException">The file turns out to be too small or too large.</exception>
    /// <exception cref="IOException">The file is not as long as was said.</exception>
    public ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken) =>
        File.ReadAsync(stream => CopyAsync(stream, writer, cancellationToken), cancellationToken);

    private async ValueTask CopyAsync(Stream stream, BodyWriter writer, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        long total = 0;
        int count;
        while ((count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            total += count;
            CheckMost(total);
            CheckAnnounced(total, isWhole: false);
            await writer.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }

        CheckLeast(total);
        CheckAnnounced(total, isWhole: true);

        // Not after an exception: something might still use the buffer then.
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void CheckLeast(long length)
    {
        if (length < _minLength)
        {
            throw new ArgumentException($"The file has {length} bytes, but at least {_minLength} are required.", _name);
        }
    }

    private void CheckMost(long length)
    {
        if (length > _maxLength)
        {
            throw new ArgumentException($"The file has more than the {_maxLength} bytes that are allowed.", _name);
        }
    }

    /// <summary>The length has been sent before the bytes: another number of them would break the connection.</summary>
    private void CheckAnnounced(long length, bool isWhole)
    {
        if (File.Length is { } announced && (length > announced || (isWhole && length < announced)))
        {
            throw new IOException($"The file for '{_name}' was said to have {announced} bytes, but has {(isWhole ? "less" : "more")}.");
        }
    }
}
