using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>What a request sends, made into content anew for every try.</summary>
internal abstract class RequestPayload
{
    public abstract MediaTypeHeaderValue MediaType { get; }

    /// <summary>The length in bytes, or <see langword="null"/> if only sending it tells.</summary>
    public abstract long? Length { get; }

    /// <summary>Whether the body can be sent (once more). It may stop being so by the first try.</summary>
    public virtual bool IsReplayable => true;

    /// <summary>Whether two tries can send the body at once: not where it comes from something of the caller's that has one place to read from.</summary>
    public virtual bool IsShareable => true;

    /// <summary>Whether the service should be able to refuse the request before the body is sent (RFC 9110, section 10.1.1).</summary>
    public virtual bool AsksBeforehand => false;

    /// <summary>The secrets of what was sent so far, where a body does not keep that itself.</summary>
    public virtual IReadOnlyList<string> SentSecrets => [];

    /// <summary>Sends the body of one try.</summary>
    public abstract ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken);

    /// <summary>The content of one try; sending disposes it.</summary>
    public virtual HttpContent ToContent(IProgress<long>? progress) => new PayloadContent(this, progress);
}
