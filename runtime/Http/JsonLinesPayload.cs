using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Dragoman;

/// <summary>A request whose body is JSON values, each on a line of its own, or each after a record separator (RFC 7464). They are written while they are sent.</summary>
internal sealed class JsonLinesPayload<T>(IEnumerable<T> items, JsonWriteValue<T> write, string mediaType) : RequestPayload
{
    private const int BlockSize = 64 * 1024;

    private readonly bool _isSequence = JsonLines.IsSequence(mediaType);

    public override MediaTypeHeaderValue MediaType { get; } = MediaTypeHeaderValue.Parse(mediaType);

    public override long? Length => null;

    public override async ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken)
    {
        ArrayBufferWriter<byte> block = new(BlockSize);
        using Utf8JsonWriter json = new(block, JsonPayload.WriterOptions);
        foreach (T item in items)
        {
            if (_isSequence)
            {
                block.Write([JsonLines.RecordSeparator]);
            }

            json.Reset();
            write(json, item);
            json.Flush();
            block.Write("\n"u8);
            if (block.WrittenCount >= BlockSize)
            {
                await writer.WriteAsync(block.WrittenMemory, cancellationToken).ConfigureAwait(false);
                block.ResetWrittenCount();
            }
        }

        if (block.WrittenCount > 0)
        {
            await writer.WriteAsync(block.WrittenMemory, cancellationToken).ConfigureAwait(false);
        }
    }
}
