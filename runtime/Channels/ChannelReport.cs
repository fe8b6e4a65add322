using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Describes the failures of a channel, without the secrets of its handshake.</summary>
internal sealed class ChannelReport(ErrorCatalog catalog, ApiOperationInfo operation, SecretMask mask, TimeProvider clock)
{
    /// <summary>An error body that came as a message.</summary>
    public ResponseError ToError(ReadOnlySpan<byte> message)
    {
        ErrorBody body = ErrorBody.Read(message, catalog);
        ApiError known = Describe("The service sent an error.", Recovery.None) with { Status = body.Status, Body = Show(message) };
        return ResponseError.Of(body, known, default, clock.GetUtcNow(), catalog, mask);
    }

    /// <summary>A close status that the description gives an error.</summary>
    public ApiException ToException(ErrorDefinition definition, string? reason) =>
        definition.ToException(Text(reason), $"The service closed the channel with {definition.Code}.", operation);

    /// <summary>A close status that nothing is known of.</summary>
    public TransportException Closed(int status, string? reason, Recovery recovery)
    {
        string words = Text(reason) is { } text ? $": {text}" : ".";
        return new(Describe($"The service closed the channel with the status {status}{words}", recovery), mayHaveBeenReceived: true);
    }

    /// <summary>The connection ended without the closing handshake.</summary>
    public TransportException Broken(Exception cause)
    {
        string reason = mask.Apply(cause.GetBaseException().Message)!;
        return new(Describe($"The channel's connection broke off: {reason}", Recovery.Reconnect, mask.Apply(cause)), mayHaveBeenReceived: true);
    }

    /// <summary>A message that cannot be sent because there is no open connection.</summary>
    public TransportException NotSent() =>
        new(Describe("The message was not sent: the channel's connection is no longer open.", Recovery.Reconnect), mayHaveBeenReceived: false);

    public ApiTimeoutException Idle(TimeSpan limit) =>
        new(Describe($"Nothing was sent or received for {TimeText.Of(limit)}.", Recovery.Reconnect), TimeoutScope.Idle, limit);

    public ResponseFormatException Format(string message) => new(Describe(message, Recovery.None));

    /// <summary>A message that is not JSON, or not as described.</summary>
    /// <param name="message">The message.</param>
    /// <param name="exception">What <see cref="JsonMessage"/> threw.</param>
    public ResponseFormatException Format(ReadOnlySpan<byte> message, JsonException exception)
    {
        string path = mask.Apply(exception.Path)!;
        ApiError error = Describe($"A message is not as described, at {path}: {mask.Apply(exception.Message)}", Recovery.None, mask.Apply(exception.InnerException!));
        return new(error with { Body = Show(message) }, path, exception.BytePositionInLine);
    }

    /// <summary>The beginning of a message, as of the body of a response.</summary>
    private string? Show(ReadOnlySpan<byte> message) =>
        mask.Apply(Encoding.UTF8.GetString(message[..Math.Min(message.Length, ResponseReport.MostBytes)]), isCut: message.Length > ResponseReport.MostBytes);

    private string? Text(string? reason) => string.IsNullOrWhiteSpace(reason) ? null : mask.Apply(reason);

    private ApiError Describe(string message, Recovery recovery, Exception? cause = null) =>
        new() { Message = message, Recovery = recovery, Operation = operation, InnerException = cause };
}
