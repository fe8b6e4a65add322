using System.Net.Http.Headers;
using System.Text.Json;

namespace Dragoman;

/// <summary>A complete response. Its body is in memory that goes back to a pool when the response is disposed.</summary>
public sealed class ApiResponse : IDisposable
{
    private readonly ResponseReport _report;
    private ResponseError? _error;

    internal ApiResponse(PipelineSettings settings, PipelineContext context, HttpRequestMessage request, HttpResponseMessage message)
    {
        Status = (int)message.StatusCode;
        Headers = message.Headers;
        ContentHeaders = message.Content.Headers;
        _report = new(settings, context, request.Headers, this);
    }

    /// <summary>The HTTP status.</summary>
    public int Status { get; }

    /// <summary>The body, decompressed; of an error at most the first 64 KB. It must not be used after the response is disposed.</summary>
    /// <exception cref="ObjectDisposedException">The response was disposed.</exception>
    public ReadOnlyMemory<byte> Body => Buffer.Bytes;

    internal bool IsSuccess => HttpStatus.IsSuccess(Status);

    internal HttpResponseHeaders Headers { get; }

    internal HttpContentHeaders ContentHeaders { get; }

    internal BodyBuffer Buffer { get; } = new();

    /// <summary>The response as the error catalog sees it; read at the first use.</summary>
    internal ResponseError Error => _error ??= ResponseError.Read(this, _report);

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

        Utf8JsonReader reader = new(json);
        try
        {
            reader.Read();
            T value = read(ref reader);

            // Throws if anything but white space follows.
            reader.Read();
            return value;
        }
        catch (JsonException exception)
        {
            // A value's reader stands on the token it refused; a fault of the text itself lies behind the last token.
            bool isTextFault = exception.BytePositionInLine is not null;
            long offset = isTextFault ? reader.BytesConsumed : reader.TokenStartIndex;
            throw _report.ToFormatException(exception, JsonLocation.PathAt(json, offset), start + offset);
        }
    }

    /// <summary>The exception for the response: for an error status the catalog's, for a success status a <see cref="ResponseFormatException"/>, since the description doesn't declare it.</summary>
    public ApiException ToException() => IsSuccess
        ? FormatFailure($"The server answered {HttpStatus.Describe(Status)}, which is not described.")
        : Error.ToException(_report);

    /// <summary>Gives the body's memory back.</summary>
    public void Dispose() => Buffer.Dispose();

    internal ResponseFormatException FormatFailure(string message) => _report.ToFormatException(message);
}
