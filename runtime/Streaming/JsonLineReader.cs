using System.Text.Json;

namespace Dragoman;

/// <summary>The lines of an open response, or the records of a JSON text sequence; empty ones are skipped.</summary>
internal sealed class JsonLineReader(ApiResponse response, long mostBytes) : IDisposable
{
    private static readonly byte[] s_blanks = " \t\r\n"u8.ToArray();

    private readonly byte _separator = JsonLines.IsSequence(response.Header("Content-Type") ?? "") ? JsonLines.RecordSeparator : (byte)'\n';
    private byte[] _buffer = new byte[4 * 1024];
    private int _start;
    private int _end;
    private bool _isEnd;
    private bool _isBegun;

    /// <summary>How many lines were read, counted as editors do.</summary>
    public long Line { get; private set; }

    /// <summary>The next line, or <see langword="null"/> after the last one. It is valid until the next call.</summary>
    /// <exception cref="ResponseFormatException">The line is larger than a response may be.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken cancellationToken)
    {
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf(_separator);
            if (length < 0 && !_isEnd)
            {
                searched = _end - _start;
                await FillAsync(cancellationToken).ConfigureAwait(false);
                continue;
            }

            if (length < 0 && _start == _end)
            {
                return null;
            }

            ReadOnlyMemory<byte> line = Take(length < 0 ? _end - _start : searched + length);
            searched = 0;
            if (!line.IsEmpty)
            {
                return line;
            }
        }
    }

    /// <summary>Reads the value of a line.</summary>
    /// <exception cref="ResponseFormatException">The line is not JSON, or not as described.</exception>
    public T Read<T>(ReadOnlyMemory<byte> line, JsonReadValue<T> read)
    {
        try
        {
            return JsonMessage.Read(line.Span, read);
        }
        catch (JsonException exception)
        {
            throw response.Report.ToFormatException(Line, line.Span, exception);
        }
    }

    public void Dispose() => response.Dispose();

    private ReadOnlyMemory<byte> Take(int length)
    {
        Memory<byte> line = _buffer.AsMemory(_start, length);
        _start = Math.Min(_start + length + 1, _end);
        Line++;
        ReadOnlyMemory<byte> text = _isBegun ? line : line[Utf8Bom.Length(line.Span)..];
        _isBegun = true;
        return text.Trim(s_blanks);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_end - _start > mostBytes)
        {
            throw response.FormatFailure($"A line of the response is larger than {mostBytes} bytes (ApiClientOptions.MaxResponseBytes).");
        }

        if (_end == _buffer.Length)
        {
            MakeRoom();
        }

        int count = await response.OpenBody.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _isEnd = count == 0;
        _end += count;
    }

    /// <summary>Moves the begun line to the front; one that fills the buffer gets one of twice the size.</summary>
    private void MakeRoom()
    {
        int length = _end - _start;
        byte[] target = length > _buffer.Length / 2 ? new byte[(int)Math.Min(2L * _buffer.Length, Array.MaxLength)] : _buffer;
        _buffer.AsSpan(_start, length).CopyTo(target);
        (_buffer, _start, _end) = (target, 0, length);
    }
}
