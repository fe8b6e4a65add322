using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>A body of several parts, with files that are read anew for every try.</summary>
internal sealed class MultipartPayload : RequestPayload
{
    private const string Form = "multipart/form-data";
    private const string Related = "multipart/related";

    private static readonly byte[] s_lineEnd = "\r\n"u8.ToArray();

    private readonly IReadOnlyList<byte[]> _heads;

    /// <summary>The line before each part.</summary>
    private readonly byte[] _separator;

    /// <summary>The line after the last part.</summary>
    private readonly byte[] _end;

    private MultipartPayload(IReadOnlyList<MultipartPart> parts, string mediaType, string boundary)
    {
        Parts = parts;
        _heads = parts.Select(part => MultipartHead.Of(part, isForm: mediaType == Form)).ToList();
        _separator = Encoding.ASCII.GetBytes($"--{boundary}\r\n");
        _end = Encoding.ASCII.GetBytes($"--{boundary}--\r\n");
        MediaType = new(mediaType) { Parameters = { new NameValueHeaderValue("boundary", boundary) } };
        if (mediaType == Related && parts.Count > 0 && MultipartHead.TypeOf(parts[0]) is { } root)
        {
            // Required, and quoted for its slash (RFC 2387, section 3.1); the first part is the root, since no parameter names another.
            MediaType.Parameters.Add(new("type", $"\"{root}\""));
        }
    }

    public IReadOnlyList<MultipartPart> Parts { get; }

    public override MediaTypeHeaderValue MediaType { get; }

    public override long? Length
    {
        get
        {
            long? total = _end.Length;
            for (int i = 0; i < Parts.Count; i++)
            {
                total += _separator.Length + _heads[i].Length + Parts[i].Length + s_lineEnd.Length;
            }

            return total;
        }
    }

    public override bool IsReplayable => Parts.All(static part => part.File?.File.IsReplayable ?? true);

    public override bool IsShareable => Parts.All(static part => part.File?.File.IsShareable ?? true);

    public override bool AsksBeforehand => Parts.Any(static part => part.File?.IsLarge ?? false);

    /// <param name="form">The parts.</param>
    /// <param name="mediaType">Of the body: <c>multipart/</c> and a subtype.</param>
    public static MultipartPayload Of(MultipartForm form, string mediaType)
    {
        // 122 random bits, which no file happens to have in it; the other parts are at hand, and are looked at.
        string boundary;
        do
        {
            boundary = Guid.NewGuid().ToString("N");
        }
        while (form.Parts.Any(part => part.Bytes.Span.IndexOf(Encoding.ASCII.GetBytes(boundary)) >= 0));

        return new([.. form.Parts], mediaType, boundary);
    }

    public override async ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken)
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            MultipartPart part = Parts[i];
            await writer.WriteAsync(_separator, cancellationToken).ConfigureAwait(false);
            await writer.WriteAsync(_heads[i], cancellationToken).ConfigureAwait(false);
            await (part.File?.WriteAsync(writer, cancellationToken) ?? writer.WriteAsync(part.Bytes, cancellationToken)).ConfigureAwait(false);
            await writer.WriteAsync(s_lineEnd, cancellationToken).ConfigureAwait(false);
        }

        await writer.WriteAsync(_end, cancellationToken).ConfigureAwait(false);
    }
}
