using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>What the host has to know of an API: its operations, and how it tells failures.</summary>
internal abstract class EmulatedApi(EmulatorOptions options)
{
    public EmulatorOptions Options { get; } = options;

    public DateTimeOffset Now => Options.TimeProvider.GetUtcNow();

    /// <summary>Held while an operation is served, so that the state needs no lock of its own.</summary>
    public Lock Gate { get; } = new();

    public IdempotentReplies IdempotentReplies { get; } = new(options.TimeProvider);

    public abstract IReadOnlyList<Operation> Operations { get; }

    /// <summary>The error of a code.</summary>
    /// <exception cref="ArgumentException">The API's reference does not have it.</exception>
    public abstract ApiError FindError(string code);

    /// <summary>The body of an error, without its extras; a member whose value is null in <paramref name="error"/> is left out.</summary>
    public abstract JsonObject Envelope(ApiError error);

    /// <summary>An error body whose members have types they never have.</summary>
    public abstract JsonObject WrongEnvelope(ApiError error);

    /// <summary>The envelope of an earlier version; the only one where there was none.</summary>
    public virtual JsonObject LegacyEnvelope(ApiError error) => Envelope(error);

    /// <summary>An error within a stream of events.</summary>
    public virtual ServerEvent ErrorEvent(ApiError error) => new("error", WithExtras(Envelope(error), error));

    /// <summary>What this API says where no operation is, or not with this method.</summary>
    public virtual Reply Unrouted(int status) =>
        Reply.Detail(status, status == StatusCodes.Status405MethodNotAllowed ? "Method Not Allowed" : "Not Found");

    /// <summary>Headers of every answer.</summary>
    public virtual void AddHeaders(IHeaderDictionary headers)
    {
    }

    /// <summary>Forgets everything; called with the gate held.</summary>
    public virtual void Clear() => IdempotentReplies.Clear();

    public virtual Reply Error(ApiError error, bool legacy = false) =>
        Reply.Json(WithExtras(legacy ? LegacyEnvelope(error) : Envelope(error), error), error.Status) with { RetryAfter = error.RetryAfter };

    protected static JsonObject WithExtras(JsonObject body, ApiError error)
    {
        foreach ((string name, JsonNode? value) in error.Extras ?? [])
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }
}
