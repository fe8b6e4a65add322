using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>The body of a request to an authorization server (RFC 6749, appendix B).</summary>
internal sealed class OAuthForm(IEnumerable<KeyValuePair<string, string>> fields) : RequestPayload
{
    private static readonly MediaTypeHeaderValue s_mediaType = new("application/x-www-form-urlencoded");

    private readonly byte[] _bytes = Encoding.ASCII.GetBytes(string.Join('&', fields.Select(static field => $"{PercentText.EscapeForm(field.Key)}={PercentText.EscapeForm(field.Value)}")));

    public override MediaTypeHeaderValue MediaType => s_mediaType;

    public override long? Length => _bytes.Length;

    public override ValueTask WriteAsync(BodyWriter writer, CancellationToken cancellationToken) => writer.WriteAsync(_bytes, cancellationToken);
}
