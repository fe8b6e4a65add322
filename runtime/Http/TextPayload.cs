using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>A request whose body is a text, sent as UTF-8.</summary>
internal sealed class TextPayload : RequestPayload
{
    private readonly byte[] _text;

    public TextPayload(string text, string mediaType)
    {
        _text = Encoding.UTF8.GetBytes(text);
        MediaType = MediaTypeHeaderValue.Parse(mediaType);

        // ASCII reads the same in every character set that text has; only beyond it has the reader to be told, whatever a description says.
        if (_text.Length != text.Length && !string.Equals(MediaType.CharSet?.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase))
        {
            MediaType.CharSet = "utf-8";
        }
    }

    public override MediaTypeHeaderValue MediaType { get; }

    public override long? Length => _text.Length;

    public override ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken) => writer.WriteAsync(_text, cancellationToken);
}
