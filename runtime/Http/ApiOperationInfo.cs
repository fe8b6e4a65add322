namespace Dragoman;

/// <summary>An operation of an API as its description declares it.</summary>
public sealed class ApiOperationInfo
{
    private static readonly HttpMethod s_query = new("QUERY");

    /// <summary>Describes an operation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="method">Its HTTP method.</param>
    /// <param name="path">Its path template, beginning with a slash, for example <c>/v1/agent/{agent_code}</c>.</param>
    /// <exception cref="ArgumentException">The path doesn't begin with a slash.</exception>
    public ApiOperationInfo(string id, HttpMethod method, string path)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/'))
        {
            // Appended to the base address, anything else could change the host.
            throw new ArgumentException("A path must begin with a slash.", nameof(path));
        }

        Id = id;
        Method = method;
        Path = path;

        // RFC 9110, section 9.2.2; QUERY is safe and idempotent by its own definition.
        IsIdempotent = method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put
            || method == HttpMethod.Delete || method == HttpMethod.Options || method == HttpMethod.Trace || method == s_query;
    }

    /// <summary>The operation's id.</summary>
    public string Id { get; }

    /// <summary>The HTTP method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The path template.</summary>
    public string Path { get; }

    /// <summary>Whether the method is idempotent (RFC 9110, section 9.2.2): sending the request twice has the effect of sending it once.</summary>
    public bool IsIdempotent { get; }

    /// <summary>The alternatives of authentication, each a list of scheme names that are needed together; empty if the operation needs none.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Security { get; init; } = [];

    /// <summary>The server of the operation, or <see langword="null"/> if it is that of the API.</summary>
    public OperationServer? Server { get; init; }

    /// <summary>JSON pointers (RFC 6901) to the members of the request's and the response's body that no text may show; of each value, where a body is lines of JSON or events. In place of a token, <c>~*</c> stands for every item of a list or every member of an object.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Whether a status of 300 to 399 is an answer of the operation, and no error. Default: <see langword="false"/>.</summary>
    public bool AnswersWithRedirects { get; init; }

    /// <summary>Whether the service keeps a request waiting until it has something to say. Where the quota of retries is spent, a failure of such a call is thrown after the wait that a retry would have had: the caller asks again at once. Default: <see langword="false"/>.</summary>
    public bool IsLongPoll { get; init; }

    /// <summary>The catalog's errors that the operation can raise.</summary>
    public IReadOnlyList<ErrorDefinition> Errors { get; init; } = [];

    /// <summary>Id, method and path template.</summary>
    public override string ToString() => $"{Id} ({Method} {Path})";
}
