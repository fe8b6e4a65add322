namespace Dragoman.Generator.Model;

/// <summary>The errors of an API: its exception classes and the table by which the runtime chooses among them.</summary>
/// <param name="Api">The API's name for people.</param>
/// <param name="BaseName">The base exception, such as <c>PetStoreException</c>.</param>
internal sealed record ErrorsModel(
    string Api,
    string BaseName,
    EquatableArray<EnvelopeModel> Envelopes,
    EquatableArray<StatusErrorModel> Statuses,
    EquatableArray<CodeErrorModel> Codes,
    EquatableArray<LimitModel> Limits);

/// <summary>Where an error body has its parts, as JSON pointers; null where it has no such part.</summary>
internal sealed record EnvelopeModel(string? Code, string? Message, string? Status, string? RequestId, string? RetryAfter, string? Docs, EquatableArray<NamedPointer> Members);

internal sealed record NamedPointer(string Name, string Pointer);

/// <summary>The exception of a status, or of a range of them.</summary>
internal sealed record StatusErrorModel(int From, int To, string ExceptionName, string? Category, string? Message, string? Resolution, string? DocsUrl, RetryModel? Retry);

/// <summary>The exception of a code.</summary>
/// <param name="Pointer">The JSON pointer of the code in its catalog.</param>
/// <param name="PropertyName">The property of the errors table.</param>
/// <param name="Match">The texts that tell the error where the API sends no code; empty for one with a code.</param>
internal sealed record CodeErrorModel(
    string Code,
    string Pointer,
    int? Status,
    string PropertyName,
    string ExceptionName,
    string BaseName,
    string? Category,
    string? Message,
    string? Resolution,
    string? DocsUrl,
    RetryModel Retry,
    EquatableArray<string> Match);

/// <summary>What helps against an error.</summary>
internal enum RetryAction
{
    Never,
    Backoff,
    Poll,
    Wait,
    ChangeRequest,
    Nothing,
    Authenticate,
    Restart,
    Reconnect,
    Prepare,
    Advisory,
    After,
    Until,
}

/// <param name="Base">The first delay's bound, in milliseconds; of <see cref="RetryAction.After"/> every delay.</param>
/// <param name="Cap">Every delay's bound, in milliseconds.</param>
/// <param name="Pointer">Of <see cref="RetryAction.Until"/>, where the error body names the instant.</param>
/// <param name="Class">The runtime's name of the kind of failure; null where the status says it.</param>
internal sealed record RetryModel(RetryAction Action, int Retries = 0, long Base = 0, long Cap = 0, string? Pointer = null, string? Class = null);
