using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dragoman;

/// <summary>A request's JSON, written once and sent with every try.</summary>
internal sealed class JsonPayload : RequestPayload
{
    // The relaxed encoder escapes only what JSON demands. The default one is for JSON inside HTML and would write each "é" or "&" as six bytes.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadOnlyMemory<byte> _json;

    private JsonPayload(ReadOnlyMemory<byte> json, MediaTypeHeaderValue mediaType)
    {
        _json = json;
        MediaType = mediaType;
    }

    public override MediaTypeHeaderValue MediaType { get; }

    public ReadOnlyMemory<byte> Json => _json;

    public override long? Length => _json.Length;

    public static JsonPayload Of<T>(T value, JsonWriteValue<T> write, string mediaType) => new(Write(value, write), MediaTypeHeaderValue.Parse(mediaType));

    /// <summary>The bytes of a JSON value.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T value, JsonWriteValue<T> write)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json, WriterOptions))
        {
            write(writer, value);
        }

        return json.WrittenMemory;
    }

    public override ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken) => writer.WriteAsync(_json, cancellationToken);

    public override HttpContent ToContent(IProgress<long>? progress)
    {
        if (progress is not null)
        {
            return base.ToContent(progress);
        }

        ReadOnlyMemoryContent content = new(_json);
        content.Headers.ContentType = MediaType;
        return content;
    }
}
