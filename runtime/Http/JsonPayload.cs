using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Dragoman;

/// <summary>A request's JSON, written once and sent with every try.</summary>
internal sealed class JsonPayload
{
    // The relaxed encoder escapes only what JSON demands. The default one is for JSON inside HTML and would write each "é" or "&" as six bytes.
    private static readonly JsonWriterOptions s_writerOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ReadOnlyMemory<byte> _json;
    private readonly MediaTypeHeaderValue _mediaType;

    private JsonPayload(ReadOnlyMemory<byte> json, MediaTypeHeaderValue mediaType)
    {
        _json = json;
        _mediaType = mediaType;
    }

    public static JsonPayload Of<T>(T value, JsonWriteValue<T> write, string mediaType)
    {
        ArrayBufferWriter<byte> json = new();
        using (Utf8JsonWriter writer = new(json, s_writerOptions))
        {
            write(writer, value);
        }

        return new(json.WrittenMemory, MediaTypeHeaderValue.Parse(mediaType));
    }

    /// <summary>The content of one try; sending disposes it.</summary>
    public HttpContent ToContent()
    {
        ReadOnlyMemoryContent content = new(_json);
        content.Headers.ContentType = _mediaType;
        return content;
    }
}
