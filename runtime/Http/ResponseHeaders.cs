using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace Dragoman;

/// <summary>The headers of a response. Names are compared without case; values are as they were sent, and those of a failure without the secrets of its request.</summary>
public sealed class ResponseHeaders : IEnumerable<KeyValuePair<string, string>>
{
    private readonly HttpResponseHeaders? _headers;
    private readonly HttpContentHeaders? _contentHeaders;
    private readonly SecretMask? _mask;

    internal ResponseHeaders(HttpResponseHeaders? headers, HttpContentHeaders? contentHeaders, SecretMask? mask)
    {
        _headers = headers;
        _contentHeaders = contentHeaders;
        _mask = mask;
    }

    /// <summary>No headers, as where no response arrived.</summary>
    public static ResponseHeaders Empty { get; } = new(null, null, null);

    /// <summary>The value of a header, several of one name joined by commas (RFC 9110, section 5.3), or <see langword="null"/> without one.</summary>
    /// <param name="name">The header's name.</param>
    public string? this[string name] => Values(name) is { Count: > 0 } values ? string.Join(", ", values) : null;

    /// <summary>Gets the value of a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The value, several of one name joined by commas.</param>
    /// <returns>Whether there is such a header.</returns>
    public bool TryGetValue(string name, [MaybeNullWhen(false)] out string value) => (value = this[name]) is not null;

    /// <summary>All values of a header, a list where the service sent it several times, as with <c>Set-Cookie</c>.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The values in the order in which they were sent; empty without such a header.</returns>
    public IReadOnlyList<string> Values(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _headers?.NonValidated.TryGetValues(name, out HeaderStringValues values) == true || _contentHeaders?.NonValidated.TryGetValues(name, out values) == true
            ? [.. values.Select(Show)]
            : [];
    }

    /// <summary>A header that is a whole number.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The number, or <see langword="null"/> without one.</returns>
    public long? Int64(string name) => long.TryParse(this[name], NumberStyles.Integer, CultureInfo.InvariantCulture, out long value) ? value : null;

    /// <summary>A header that is a number.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The number, or <see langword="null"/> without one.</returns>
    public double? Double(string name) => double.TryParse(this[name], NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;

    /// <summary>A header that is <c>true</c> or <c>false</c>, in any case.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The value, or <see langword="null"/> without one.</returns>
    public bool? Boolean(string name) => bool.TryParse(this[name], out bool value) ? value : null;

    /// <summary>A header that is an instant: a date of HTTP (RFC 9110, section 5.6.7) or of RFC 3339.</summary>
    /// <param name="name">The header's name.</param>
    /// <returns>The instant, or <see langword="null"/> without one.</returns>
    public DateTimeOffset? Time(string name) =>
        this[name] is { } text && (HttpDate.TryParse(text, out DateTimeOffset value) || Rfc3339.TryParse(Encoding.UTF8.GetBytes(text), out value)) ? value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator()
    {
        foreach (HttpHeaders headers in new HttpHeaders?[] { _headers, _contentHeaders }.OfType<HttpHeaders>())
        {
            foreach ((string name, HeaderStringValues values) in headers.NonValidated)
            {
                foreach (string value in values)
                {
                    yield return new(name, Show(value));
                }
            }
        }
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private string Show(string value) => _mask?.Apply(value) ?? value;
}
