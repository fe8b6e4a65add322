using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>A file to send: where its bytes come from, and what the service is told of it.</summary>
/// <remarks>The bytes are read while they are sent, never all at once. What the source throws is thrown by the call as it is, and no further try is made.</remarks>
public sealed class FileUpload
{
    private readonly Func<CancellationToken, ValueTask<Stream>> _open;
    private readonly bool _isOwned;

    /// <summary>One at a time reads a stream that is the caller's.</summary>
    private readonly SemaphoreSlim? _turn;

    /// <summary>Whether the source can be read once only.</summary>
    private readonly bool _isSpentByReading;

    private bool _isSpent;

    private FileUpload(Func<CancellationToken, ValueTask<Stream>> open, string? fileName, string? contentType, long? length, bool isOwned, bool isSpentByReading = false)
    {
        if (contentType is not null && !MediaTypeHeaderValue.TryParse(contentType, out _))
        {
            throw new ArgumentException("The content type must be a media type, such as image/png.", nameof(contentType));
        }

        _open = open;
        _isOwned = isOwned;
        _isSpentByReading = isSpentByReading;
        _turn = isOwned ? null : new(1);
        FileName = fileName;
        ContentType = contentType;
        Length = length;
    }

    /// <summary>The name the service is told, or <see langword="null"/> for the name of the form's field.</summary>
    public string? FileName { get; }

    /// <summary>The media type the service is told, or <see langword="null"/> for the one that the API describes, else <c>application/octet-stream</c>.</summary>
    public string? ContentType { get; }

    /// <summary>How many bytes there are, or <see langword="null"/> if only reading tells.</summary>
    public long? Length { get; }

    /// <summary>Headers of the part that the file is in a form, such as <c>Content-Location</c>, instead of ours of the same name; elsewhere they are not sent. Names are compared without case.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    internal bool IsReplayable => !_isSpent;

    /// <summary>Whether two can read the bytes at once.</summary>
    internal bool IsShareable => _isOwned;

    /// <summary>Bytes in memory.</summary>
    /// <param name="bytes">The bytes; not copied, so they must not change until the call has ended.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is no media type.</exception>
    public static FileUpload FromBytes(ReadOnlyMemory<byte> bytes, string? fileName = null, string? contentType = null) =>
        new(_ => new(new ReadOnlyMemoryContent(bytes).ReadAsStream()), fileName, contentType, bytes.Length, isOwned: true);

    /// <summary>A text, sent as UTF-8: XML, CSV or the source of a document.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is no media type.</exception>
    public static FileUpload FromText(string text, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromBytes(Encoding.UTF8.GetBytes(text), fileName, contentType);
    }

    /// <summary>A stream, from where it stands to its end. It stays the caller's: it is not disposed.</summary>
    /// <param name="stream">The stream. One that can seek is set back for every further try, so nothing else may use it until the call has ended. Of one that cannot, there is one try (<see cref="StopReason.BodyNotReplayable"/>), and one call.</param>
    /// <param name="fileName">See <see cref="FileName"/>. Default: the name of a <see cref="FileStream"/>, without its folders.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    /// <exception cref="ArgumentException">The stream cannot be read, or <paramref name="contentType"/> is no media type.</exception>
    public static FileUpload FromStream(Stream stream, string? fileName = null, string? contentType = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        }

        fileName ??= stream is FileStream file ? Path.GetFileName(file.Name) : null;
        if (!stream.CanSeek)
        {
            return new(_ => new(stream), fileName, contentType, length: null, isOwned: false, isSpentByReading: true);
        }

        long start = stream.Position;
        return new(_ => new(SetBack(stream, start)), fileName, contentType, Math.Max(0, stream.Length - start), isOwned: false);
    }

    /// <summary>A file of this machine. It is opened for every try.</summary>
    /// <param name="path">Its path; the service is told the name without the folders.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is no media type.</exception>
    public static FileUpload FromFile(string path, string? contentType = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileInfo file = new(path);
        return new(_ => new(Open(file.FullName)), file.Name, contentType, file.Length, isOwned: true);
    }

    /// <summary>A stream made for every try, and disposed after it.</summary>
    /// <param name="open">Makes the stream; called once for every try.</param>
    /// <param name="fileName">See <see cref="FileName"/>.</param>
    /// <param name="contentType">See <see cref="ContentType"/>.</param>
    /// <param name="length">How many bytes the stream gives, or <see langword="null"/> if that is not known.</param>
    /// <exception cref="ArgumentException"><paramref name="contentType"/> is no media type, or <paramref name="length"/> is negative.</exception>
    public static FileUpload FromFactory(Func<CancellationToken, ValueTask<Stream>> open, string? fileName = null, string? contentType = null, long? length = null)
    {
        ArgumentNullException.ThrowIfNull(open);
        ArgumentOutOfRangeException.ThrowIfNegative(length ?? 0, nameof(length));
        return new(open, fileName, contentType, length, isOwned: true);
    }

    /// <summary>Lets the bytes be read by one at a time: also a try that was given up may still be reading.</summary>
    /// <exception cref="InvalidOperationException">The bytes were read, and cannot be read again.</exception>
    internal async ValueTask ReadAsync(Func<Stream, ValueTask> read, CancellationToken cancellationToken)
    {
        if (_turn is not null)
        {
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        try
        {
            if (_isSpent)
            {
                throw new InvalidOperationException("The stream cannot seek, and it was sent before: make a FileUpload of a new one, or use FileUpload.FromFactory.");
            }

            _isSpent = _isSpentByReading;
            Stream stream = await _open(cancellationToken).ConfigureAwait(false) ?? throw new InvalidOperationException("The factory of a FileUpload made no stream.");
            try
            {
                await read(stream).ConfigureAwait(false);
            }
            finally
            {
                if (_isOwned)
                {
                    await stream.DisposeAsync().ConfigureAwait(false);
                }
            }
        }
        finally
        {
            _turn?.Release();
        }
    }

    private static FileStream Open(string path) => new(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan, BufferSize = 0 });

    private static Stream SetBack(Stream stream, long position)
    {
        stream.Position = position;
        return stream;
    }
}
