using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Dragoman;

/// <summary>A request whose body is JSON values, each on a line of its own, or each after a record separator (RFC 7464). They are written while they are sent.</summary>
/// <param name="items">The values.</param>
/// <param name="write">Writes one value.</param>
/// <param name="mediaType">Tells which of the two it is.</param>
/// <param name="secrets">JSON pointers to the members of a value that no text may show.</param>
internal sealed class JsonLinesPayload<T>(IEnumerable<T> items, JsonWriteValue<T> write, string mediaType, IReadOnlyList<string> secrets) : RequestPayload
{
    private const int BlockSize = 64 * 1024;

    private readonly bool _isSequence = JsonLines.IsSequence(mediaType);
    private readonly PointerNode _secretsTree = PointerNode.Of(secrets);

    /// <summary>Guarded by itself: a service may answer while the body is still written.</summary>
    private readonly HashSet<string> _sentSecrets = new(StringComparer.Ordinal);

    public override MediaTypeHeaderValue MediaType { get; } = MediaTypeHeaderValue.Parse(mediaType);

    public override long? Length => null;

    public override bool IsShareable => false;

    public override IReadOnlyList<string> SentSecrets
    {
        get
        {
            lock (_sentSecrets)
            {
                return [.. _sentSecrets];
            }
        }
    }

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

            int start = block.WrittenCount;
            json.Reset();
            write(json, item);
            json.Flush();
            KeepSecrets(block.WrittenSpan[start..]);
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

    private void KeepSecrets(ReadOnlySpan<byte> line)
    {
        if (secrets.Count == 0)
        {
            return;
        }

        lock (_sentSecrets)
        {
            _sentSecrets.UnionWith(BodySecrets.Of(_secretsTree, line));
        }
    }
}
