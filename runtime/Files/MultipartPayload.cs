using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>A form, with files that are read anew for every try.</summary>
internal sealed class MultipartPayload : RequestPayload
{
    private static readonly byte[] s_lineEnd = "\r\n"u8.ToArray();

    private readonly IReadOnlyList<MultipartPart> _parts;

    /// <summary>The line before each part.</summary>
    private readonly byte[] _separator;

    /// <summary>The line after the last part.</summary>
    private readonly byte[] _end;

    private MultipartPayload(IReadOnlyList<MultipartPart> parts, string boundary)
    {
        _parts = parts;
        _separator = Encoding.ASCII.GetBytes($"--{boundary}\r\n");
        _end = Encoding.ASCII.GetBytes($"--{boundary}--\r\n");
        MediaType = new("multipart/form-data") { Parameters = { new NameValueHeaderValue("boundary", boundary) } };
    }

    public override MediaTypeHeaderValue MediaType { get; }

    public override long? Length
    {
        get
        {
            long? total = _end.Length;
            foreach (MultipartPart part in _parts)
            {
                total += _separator.Length + part.Length + s_lineEnd.Length;
            }

            return total;
        }
    }

    public override bool IsReplayable => _parts.All(static part => part.File?.File.IsReplayable ?? true);

    public override bool AsksBeforehand => _parts.Any(static part => part.File?.IsLarge ?? false);

    public static MultipartPayload Of(MultipartForm form)
    {
        // 122 random bits, which no file happens to have in it; the other parts are at hand, and are looked at.
        string boundary;
        do
        {
            boundary = Guid.NewGuid().ToString("N");
        }
        while (form.Parts.Any(part => part.Bytes.Span.IndexOf(Encoding.ASCII.GetBytes(boundary)) >= 0));

        return new(form.Parts, boundary);
    }

    public override async ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken)
    {
        foreach (MultipartPart part in _parts)
        {
            await writer.WriteAsync(_separator, cancellationToken).ConfigureAwait(false);
            await writer.WriteAsync(part.Head, cancellationToken).ConfigureAwait(false);
            await (part.File?.WriteAsync(writer, cancellationToken) ?? writer.WriteAsync(part.Bytes, cancellationToken)).ConfigureAwait(false);
            await writer.WriteAsync(s_lineEnd, cancellationToken).ConfigureAwait(false);
        }

        await writer.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }
}
