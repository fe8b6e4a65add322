using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>A response. Its body is in memory that goes back to a pool when the response is disposed, unless the call left it open: then disposal closes it.</summary>
public sealed class ApiResponse : IDisposable
{
    private ResponseError? _error;
    private OpenBodyStream? _openBody;

    internal ApiResponse(PipelineSettings settings, PipelineContext context, HttpRequestMessage request, HttpResponseMessage message)
    {
        Status = (int)message.StatusCode;
        Headers = message.Headers;
        ContentHeaders = message.Content.Headers;
        Report = new(settings, context, request.Headers, this);
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body, decompressed; of an error at most the first 64 KB, and empty where it was left open. It must not be used after the response is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed.</exception>
    public ReadOnlyMemory<byte> Body => Buffer.Bytes;

    /// <summary>The body that was left open (<see cref="ApiPipeline.OpenAsync(ApiCall, CancellationToken)"/>), decompressed: it can be read once, asynchronously, and has no limit of size. The response owns it.</summary>
    /// <remarks>
    /// A read throws a <see cref="TransportException"/> if the body breaks off, an <see cref="ApiTimeoutException"/> after a
    /// silence of <see cref="ApiClientOptions.IdleTimeout"/>, and an <see cref="OperationCanceledException"/> with the read's token.
    /// </remarks>
    /// <exception cref="InvalidOperationException">The body was buffered, as that of an error always is.</exception>
    public Stream OpenBody => _openBody ?? throw new InvalidOperationException("The body of this response was buffered.");

    internal bool IsSuccess => HttpStatus.IsSuccess(Status) || Socket is not null || (Status is >= 300 and < 400 && Report.Context.Call.Operation.AnswersWithRedirects);

    /// <summary>The connection, if the call was the handshake of a channel and was accepted.</summary>
    internal WebSocket? Socket { get; set; }

    /// <summary>Whether the body was left open.</summary>
    internal bool IsOpen => _openBody is not null;

    internal HttpResponseHeaders Headers { get; }

    internal HttpContentHeaders ContentHeaders { get; }

    internal BodyBuffer Buffer { get; } = new();

    internal ResponseReport Report { get; }

    /// <summary>The response as the error catalog sees it; read at the first use.</summary>
    internal ResponseError Error => _error ??= ResponseError.Read(this, Report);

    /// <summary>The value of a header, several of one name joined by commas (RFC 9110, section 5.3), or <see langword="null"/> without one.</summary>
    /// <param name="name">The header's name; case doesn't matter.</param>
    public string? Header(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Headers.NonValidated.TryGetValues(name, out HeaderStringValues values) || ContentHeaders.NonValidated.TryGetValues(name, out values)
            ? values.ToString()
            : null;
    }

    /// <summary>Reads the body as JSON.</summary>
    /// <typeparam name="T">What it is read as.</typeparam>
    /// <param name="read">Reads the value.</param>
    /// <exception cref="ResponseFormatException">The body is empty, not JSON or not as described.</exception>
    public T ReadJson<T>(JsonReadValue<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        int start = Utf8Bom.Length(Body.Span);
        ReadOnlySpan<byte> json = Body.Span[start..];
        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            throw FormatFailure("The response has no body, but JSON is described.");
        }

        try
        {
            return JsonMessage.Read(json, read);
        }
        catch (JsonException exception)
        {
            throw Report.ToFormatException(exception, start);
        }
    }

    /// <summary>Reads the body as text. It is taken for UTF-8 whatever the response says: a name of an unknown character set must not make a success unreadable.</summary>
    /// <returns>The text without a byte order mark; bytes that are not UTF-8 become U+FFFD.</returns>
    public string ReadText() => Encoding.UTF8.GetString(Body.Span[Utf8Bom.Length(Body.Span)..]);

    /// <summary>Hands over the body that was left open (<see cref="ApiPipeline.OpenAsync(ApiCall, CancellationToken)"/>): disposing the response no longer closes it.</summary>
    /// <returns>The body as a file, which must be disposed.</returns>
    /// <exception cref="InvalidOperationException">The body was buffered, as that of an error always is, or handed over before.</exception>
    public FileDownload TakeFile()
    {
        FileDownload file = new(OpenBody, Header("Content-Type"), ProposedFileName.Read(Header("Content-Disposition")), ContentHeaders.ContentLength);
        _openBody = null;
        return file;
    }

    /// <summary>The exception for the response: for an error status the catalog's, for a success status a <see cref="ResponseFormatException"/>, since the description doesn't declare it.</summary>
    public ApiException ToException() => IsSuccess
        ? FormatFailure($"The server answered {HttpStatus.Describe(Status)}, which is not described.")
        : Error.ToException(Report);

    /// <summary>Gives the body's memory back, or closes the body that was left open and with it, unless it was read to its end, the connection.</summary>
    public void Dispose()
    {
        Buffer.Dispose();
        _openBody?.Dispose();
    }

    /// <summary>Leaves the body open; request and message are disposed with the response.</summary>
    internal void Open(HttpRequestMessage request, HttpResponseMessage message, Stream content, TimeSpan idleTimeout) =>
        _openBody = new(request, message, content, idleTimeout, Report);

    /// <summary>Throws unless the response has this status.</summary>
    internal void Expect(int status)
    {
        if (Status != status)
        {
            throw ToException();
        }
    }

    internal ResponseFormatException FormatFailure(string message) => Report.ToFormatException(message);
}
