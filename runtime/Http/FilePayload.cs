using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>A request whose body is one file.</summary>
internal sealed class FilePayload(FileBody body, MediaTypeHeaderValue mediaType) : RequestPayload
{
    public override MediaTypeHeaderValue MediaType { get; } = mediaType;

    public override long? Length => body.File.Length;

    public override bool IsReplayable => body.File.IsReplayable;

    public override bool IsShareable => body.File.IsShareable;

    public override bool AsksBeforehand => body.IsLarge;

    public override ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken) => body.WriteAsync(writer, cancellationToken);
}
