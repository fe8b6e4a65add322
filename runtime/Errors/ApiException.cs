using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>A call of an API failed: the base of every exception that a generated client throws for a failure of the service or of the way to it.</summary>
/// <remarks>Cancellation by the caller is an <see cref="OperationCanceledException"/> and invalid arguments are an <see cref="ArgumentException"/>; neither derives from this class.</remarks>
public class ApiException : Exception
{
    /// <summary>Creates the exception of a failure.</summary>
    /// <param name="error">What is known about the failure.</param>
    protected ApiException(ApiError error)
        : base(Checked(error).Message, error.InnerException)
    {
        Error = error;
    }

    /// <inheritdoc cref="ApiError.Code"/>
    public string? Code => Error.Code;

    /// <inheritdoc cref="ApiError.Status"/>
    public int? Status => Error.Status;

    /// <inheritdoc cref="ApiError.Resolution"/>
    public string? Resolution => Error.Resolution;

    /// <inheritdoc cref="ApiError.Category"/>
    public string? Category => Error.Category;

    /// <inheritdoc cref="ApiError.DocsUrl"/>
    public string? DocsUrl => Error.DocsUrl;

    /// <inheritdoc cref="ApiError.RequestId"/>
    public string? RequestId => Error.RequestId;

    /// <inheritdoc cref="ApiError.RetryAfter"/>
    public TimeSpan? RetryAfter => Error.RetryAfter;

    /// <summary>Whether the failure can pass by itself (<see cref="Recovery"/> is <see cref="Recovery.Retry"/>).</summary>
    /// <remarks>It does not say that repeating is harmless: see <see cref="StopReason.NotIdempotent"/>.</remarks>
    public bool IsRetryable => Error.Recovery == Recovery.Retry;

    /// <inheritdoc cref="ApiError.Recovery"/>
    public Recovery Recovery => Error.Recovery;

    /// <inheritdoc cref="ApiError.Attempts"/>
    public IReadOnlyList<ApiAttempt> Attempts => Error.Attempts;

    /// <inheritdoc cref="ApiError.StopReason"/>
    public StopReason StopReason => Error.StopReason;

    /// <inheritdoc cref="ApiError.Members"/>
    public IReadOnlyDictionary<string, JsonElement> Members => Error.Members;

    /// <inheritdoc cref="ApiError.Body"/>
    public string? Body => Error.Body;

    /// <inheritdoc cref="ApiError.ContentType"/>
    public string? ContentType => Error.ContentType;

    /// <inheritdoc cref="ApiError.Headers"/>
    public ResponseHeaders Headers => Error.Headers;

    /// <inheritdoc cref="ApiError.Operation"/>
    public ApiOperationInfo? Operation => Error.Operation;

    /// <inheritdoc cref="ApiError.Definition"/>
    public ErrorDefinition? Definition => Error.Definition;

    /// <summary>Settable because a transport failure is thrown by one try and completed, after the last one, with what all tries met.</summary>
    internal ApiError Error { get; set; }

    /// <summary>Message, code, status, operation, request id, tries and stack trace; never a credential, never the body.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(GetType()).Append(": ").Append(Message);
        AppendDetails(text);

        if (InnerException is not null)
        {
            text.AppendLine().Append(" ---> ").Append(InnerException).AppendLine().Append("   --- End of inner exception stack trace ---");
        }

        if (StackTrace is { } stackTrace)
        {
            text.AppendLine().Append(stackTrace);
        }

        return text.ToString();
    }

    private void AppendDetails(StringBuilder text)
    {
        AppendLine(text, "Code", Code);
        AppendLine(text, "Status", Status is { } status ? HttpStatus.Describe(status) : null);
        AppendLine(text, "Operation", Operation?.ToString());
        AppendLine(text, "Request id", RequestId);
        AppendLine(text, "Resolution", Resolution);

        foreach (ApiAttempt attempt in Attempts)
        {
            text.AppendLine().Append("  ").Append(attempt);
        }

        if (Attempts.Count > 0)
        {
            AppendLine(text, "Stopped because", StopReason.ToString());
        }
    }

    private static void AppendLine(StringBuilder text, string name, string? value)
    {
        if (value is not null)
        {
            text.AppendLine().Append("  ").Append(name).Append(": ").Append(value);
        }
    }

    private static ApiError Checked(ApiError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return error;
    }
}
