namespace Dragoman;

/// <summary>The text of a stream of events. It refuses lines and events that are too large before the parser, which has no limit, keeps all of them.</summary>
internal sealed class EventText(ApiResponse response) : ReadOnlyStream
{
    /// <summary>The most bytes of a line, and of an event with all its lines.</summary>
    public const int MostBytes = 1024 * 1024;

    private int _line;
    private int _event;
    private bool _isComment;
    private bool _followsCarriageReturn;

    /// <summary>Whether what was read ends with an event, and not within one.</summary>
    public bool IsBetweenEvents { get; private set; } = true;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        int count = await response.OpenBody.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        Measure(buffer.Span[..count]);
        return count;
    }

    private void Measure(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            bool isSecondOfPair = _followsCarriageReturn && text[0] == '\n';
            _followsCarriageReturn = false;
            if (isSecondOfPair)
            {
                text = text[1..];
                continue;
            }

            int end = text.IndexOfAny((byte)'\r', (byte)'\n');
            AddToLine(end < 0 ? text : text[..end]);
            if (end < 0)
            {
                return;
            }

            EndLine();
            _followsCarriageReturn = text[end] == '\r';
            text = text[(end + 1)..];
        }
    }

    private void AddToLine(ReadOnlySpan<byte> part)
    {
        if (_line == 0 && !part.IsEmpty)
        {
            _isComment = part[0] == ':';
            IsBetweenEvents = false;
        }

        // Comments keep connections alive, any number of them, and are no part of the event between whose lines they stand.
        _line += part.Length;
        _event += _isComment ? 0 : part.Length;
        if (_line > MostBytes || _event > MostBytes)
        {
            throw response.FormatFailure("An event of the stream is larger than 1 MB.");
        }
    }

    private void EndLine()
    {
        if (_line == 0)
        {
            _event = 0;
            IsBetweenEvents = true;
        }

        _line = 0;
    }
}
