namespace Dragoman;

/// <summary>Status and headers of the last response of a call.</summary>
internal sealed class ResponseHead
{
    public int? Status { get; private set; }

    public ResponseHeaders Headers { get; private set; } = ResponseHeaders.Empty;

    /// <summary>The settings by which a call tells of its response.</summary>
    public RequestOptions Observing(RequestOptions? options) => RequestOptions.WithObserver(options, (status, headers) => (Status, Headers) = (status, headers));
}
