using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Describes a response in exceptions, without the secrets of its request.</summary>
internal sealed class ResponseReport(PipelineSettings settings, PipelineContext context, HttpRequestHeaders sent, ApiResponse response)
{
    /// <summary>What of a body exceptions keep, and what is read of an error body.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Where services show the id of a request, in the order of preference.</summary>
    private static readonly string[] s_requestIdHeaders = ["x-request-id", "request-id", "x-ms-request-id", "x-amzn-requestid", "x-correlation-id"];

    private SecretMask? _mask;

    public ErrorCatalog Catalog => settings.Catalog;

    public TimeProvider Clock => settings.Options.TimeProvider;

    /// <summary>The call; a branch of it until the branch's try is chosen.</summary>
    public PipelineContext Context { get; set; } = context;

    public SecretMask Mask => _mask ??= MaskWith(BodySecrets.Of(Context.Call.Operation, response));

    /// <summary>What is known of every response that is not a success.</summary>
    public ApiError Describe(string message)
    {
        ReadOnlySpan<byte> body = Utf8Bom.Strip(response.Body.Span);
        bool isCut = response.Buffer.IsCut || body.Length > MostBytes;

        // Decoded by hand: the charset that is declared may be none, and UTF-8 with replacements never throws.
        string text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MostBytes)]);
        return new()
        {
            Message = message,
            Status = response.Status,
            RequestId = Mask.Apply(s_requestIdHeaders.Select(response.Header).FirstOrDefault(static id => !string.IsNullOrWhiteSpace(id))),
            Body = Mask.Apply(text, isCut),
            ContentType = Mask.Apply(response.Header("Content-Type")),
            Headers = new(response.Headers, response.ContentHeaders, Mask),
            Operation = Context.Call.Operation,
        };
    }

    /// <summary>The beginning of a text, without secrets.</summary>
    public string? Show(string text) => Mask.Apply(text[..Math.Min(text.Length, MostBytes)], isCut: text.Length > MostBytes);

    public ResponseFormatException ToFormatException(string message) => new(DescribeFormat(message, null));

    /// <summary>The body is not as described.</summary>
    /// <param name="exception">What <see cref="JsonMessage"/> threw.</param>
    /// <param name="start">Where in the body the JSON begins.</param>
    public ResponseFormatException ToFormatException(JsonException exception, int start)
    {
        string path = Mask.Apply(exception.Path)!;
        string message = $"The response is not as described, at {path}: {Mask.Apply(exception.Message)}";
        return new(DescribeFormat(message, CauseOf(exception)), path, start + exception.BytePositionInLine);
    }

    /// <summary>A line of the response is not as described.</summary>
    public ResponseFormatException ToFormatException(long number, ReadOnlySpan<byte> line, JsonException exception)
    {
        HideSecretsOf(line);
        string path = Mask.Apply(exception.Path)!;
        string message = $"Line {number} of the response is not as described, at {path}: {Mask.Apply(exception.Message)}";
        ApiError error = DescribeFormat(message, CauseOf(exception)) with { Body = Show(Encoding.UTF8.GetString(line[..Math.Min(line.Length, MostBytes)])) };
        return new(error, path, exception.BytePositionInLine);
    }

    /// <summary>An event of the response is not as described.</summary>
    public ResponseFormatException ToFormatException(ServerSentEvent received, JsonException exception)
    {
        HideSecretsOf(Encoding.UTF8.GetBytes(received.Data));
        string? path = Mask.Apply(exception.Path);
        string message = $"The event '{received.EventType}' is not as described, at {path ?? "$"}: {exception.Message}";
        ApiError error = DescribeFormat(Mask.Apply(message)!, CauseOf(exception)) with { Body = Show(received.Data) };
        return new(error, path, exception.BytePositionInLine);
    }

    /// <summary>From now on hides what is secret in a line or an event too.</summary>
    public void HideSecretsOf(ReadOnlySpan<byte> json)
    {
        IReadOnlyList<string> pointers = Context.Call.Operation.Secrets;
        _mask = pointers.Count == 0 ? _mask : MaskWith(BodySecrets.Of(pointers, json));
    }

    /// <summary>An open body broke off.</summary>
    public TransportException ToTransportException(Exception exception, long bytesReceived = 0) =>
        Completed(TransportFailure.Of(exception, Context, Mask, settings.AddressOf(Context.Call.Operation).Origin, bytesReceived));

    /// <summary>An open body was silent for too long.</summary>
    public TransportException ToTimeoutException(TimeSpan limit, Exception cause) =>
        Completed(TransportFailure.TimedOut(Context, TimeoutScope.Idle, limit, cause));

    /// <summary>An error that arrived after the head of a success.</summary>
    public ApiException ToException(ResponseError error)
    {
        Context.Attempts.End(response.Status, error.Code);
        Context.StopReason = StopReason.NotRetryable;
        return error.ToException(this);
    }

    /// <summary>No policy sees what happens after the head of a response has arrived.</summary>
    private TransportException Completed(TransportException exception)
    {
        exception.Error = exception.Error with { Attempts = Context.Attempts.ToList(), StopReason = StopReason.NotRetryable };
        return exception;
    }

    /// <summary>The exception of the reader, which <see cref="JsonMessage"/> has wrapped.</summary>
    private Exception? CauseOf(JsonException exception) => Mask.Apply(exception.InnerException ?? exception);

    private SecretMask MaskWith(IReadOnlyList<string> received) => SecretMask.Of(settings.Credentials, sent, Context.Call, received);

    private ApiError DescribeFormat(string message, Exception? cause)
    {
        Context.Attempts.End(response.Status);
        return Describe(message) with { Attempts = Context.Attempts.ToList(), InnerException = cause };
    }
}
