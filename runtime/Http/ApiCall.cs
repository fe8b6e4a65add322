using System.Net.Http.Headers;
using System.Runtime.CompilerServices;

namespace Dragoman;

/// <summary>One call of an operation: the values of its parameters and its body.</summary>
/// <remarks>Created by generated code. No try uses anything of it up but a stream that cannot seek: each is built from it anew.</remarks>
public sealed partial class ApiCall
{
    private List<KeyValuePair<string, string>>? _headers;
    private List<KeyValuePair<string, string>>? _cookies;
    private bool _hasIdempotencyKey;

    /// <summary>Begins a call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="options">What this call does otherwise than its client.</param>
    /// <exception cref="ArgumentException">An option is outside its range, or one of its headers cannot be sent.</exception>
    public ApiCall(ApiOperationInfo operation, RequestOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(operation);
        options?.Check();

        Operation = operation;
        Options = options;
        ExpandedPath = operation.Path;
    }

    internal ApiOperationInfo Operation { get; }

    internal RequestOptions? Options { get; }

    /// <summary>The path template with the values set so far.</summary>
    internal string ExpandedPath { get; private set; }

    /// <summary>The query without its question mark; empty without parameters.</summary>
    internal string QueryString { get; private set; } = "";

    internal IReadOnlyList<KeyValuePair<string, string>> Headers => _headers ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    /// <summary>The cookies, their values encoded.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Cookies => _cookies ?? (IReadOnlyList<KeyValuePair<string, string>>)[];

    internal RequestPayload? Body { get; set; }

    /// <summary>Whether the body, if there is one, can be sent (once more).</summary>
    internal bool IsBodyReplayable => Body?.IsReplayable ?? true;

    /// <summary>Whether two tries can send the body at once.</summary>
    internal bool IsBodyShareable => Body?.IsShareable ?? true;

    /// <summary>Whether sending the request twice has the effect of sending it once.</summary>
    internal bool IsRepeatable => Operation.IsIdempotent || _hasIdempotencyKey;

    /// <summary>Sets a path parameter.</summary>
    /// <param name="name">Its name in the template.</param>
    /// <param name="value">Its value; percent-encoded (RFC 3986) but for the unreserved characters, so that it stays within its segment.</param>
    /// <param name="style">What stands before the value: nothing, a dot (label), or a semicolon and the name (matrix).</param>
    /// <param name="allowReserved">Whether the reserved characters stay as well, but for those that end a path, and what is percent-encoded already. The value may then be of several segments.</param>
    /// <param name="argument">What the value is called where it is <see langword="null"/>. Default: the expression for it.</param>
    /// <exception cref="ArgumentException">The value is empty, <c>.</c> or <c>..</c>, or has such a segment, which would change the path; or the template has no such parameter.</exception>
    public void Path(string name, string value, ParameterStyle style = ParameterStyle.Simple, bool allowReserved = false, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value, argument);
        Expand(name, PlacedText.Of(name, value, style, PercentText.ForPath(allowReserved)));
    }

    /// <summary>Adds a query parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, or <see langword="null"/> to leave it out.</param>
    /// <param name="allowReserved">Whether the reserved characters (RFC 3986, section 2.2) stay as they are, but for <c>#</c> and <c>&amp;</c>, and what is percent-encoded already.</param>
    public void Query(string name, string? value, bool allowReserved = false)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
        {
            QueryString = QueryText.AppendEncoded(QueryString, name, PercentText.ForQuery(allowReserved)(value));
        }
    }

    /// <summary>Adds a header.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, or <see langword="null"/> to leave it out.</param>
    /// <exception cref="ArgumentException">The name is not a token, or the value has a character other than visible ASCII, space and tab.</exception>
    public void Header(string name, string? value)
    {
        HeaderField.CheckName(name, nameof(name));
        if (value is not null)
        {
            HeaderField.CheckValue(value, name);
            (_headers ??= []).Add(new(name, value));
        }
    }

    /// <summary>Adds a cookie (OpenAPI 3.1, style <c>form</c>).</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value, or <see langword="null"/> to leave it out; percent-encoded (RFC 3986) but for the unreserved characters.</param>
    /// <exception cref="ArgumentException">The name is not a token (RFC 6265, section 4.1.1).</exception>
    public void Cookie(string name, string? value)
    {
        HeaderField.CheckName(name, nameof(name));
        if (value is not null)
        {
            (_cookies ??= []).Add(new(name, Uri.EscapeDataString(value)));
        }
    }

    /// <summary>Adds an idempotency key: the service acts on a request that repeats the key only once, and so the call may be retried.</summary>
    /// <param name="headerName">The header.</param>
    /// <param name="value">The key, or <see langword="null"/> for a new random one. All tries of the call send the same.</param>
    /// <exception cref="ArgumentException">The key cannot be sent.</exception>
    public void IdempotencyKey(string headerName, string? value)
    {
        Header(headerName, value ?? Guid.NewGuid().ToString("D"));
        _hasIdempotencyKey = true;
    }

    /// <summary>Sets a JSON body. The value is written at once; later changes to it have no effect.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value.</param>
    /// <param name="mediaType">The body's media type, for example <c>application/merge-patch+json</c>.</param>
    public void JsonBody<T>(T value, JsonWriteValue<T> write, string mediaType = "application/json")
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(mediaType);
        Body = JsonPayload.Of(value, write, mediaType);
    }

    /// <summary>Sets a JSON body of a generated type, without the members that only the service sets. The value is written at once; later changes to it have no effect.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="mediaType">The body's media type, for example <c>application/merge-patch+json</c>.</param>
    /// <param name="argument">What the value is called where it is <see langword="null"/>. Default: the expression for it.</param>
    public void JsonBody<T>(T value, string mediaType = "application/json", [CallerArgumentExpression(nameof(value))] string argument = "")
        where T : IJsonValue<T>
    {
        if (value is null)
        {
            throw new ArgumentNullException(argument);
        }

        JsonBody(value, JsonDelegates<T>.WriteRequest, mediaType);
    }

    /// <summary>Sets a body that is a text, sent as UTF-8. A text beyond ASCII is sent with <c>charset=utf-8</c>.</summary>
    /// <param name="value">The text.</param>
    /// <param name="mediaType">The body's media type.</param>
    /// <param name="argument">What the text is called where it is <see langword="null"/>. Default: the expression for it.</param>
    public void TextBody(string value, string mediaType = "text/plain", [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(value, argument);
        ArgumentNullException.ThrowIfNull(mediaType);
        Body = new TextPayload(value, mediaType);
    }

    /// <summary>Sets a body of JSON values, one a line; in a JSON text sequence (RFC 7464) each follows a record separator.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="items">The values. They are enumerated while they are sent, and by every try anew, so that they need not be in memory at once.</param>
    /// <param name="write">Writes one value.</param>
    /// <param name="mediaType">The body's media type.</param>
    /// <param name="argument">What the values are called where they are <see langword="null"/>. Default: the expression for them.</param>
    public void LinesBody<T>(IEnumerable<T> items, JsonWriteValue<T> write, string mediaType = "application/jsonl", [CallerArgumentExpression(nameof(items))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(items, argument);
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(mediaType);
        Body = new JsonLinesPayload<T>(items, write, mediaType, Operation.Secrets);
    }

    /// <summary>Sets a multipart body. Its texts are taken at once; its files are read with every try.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Adds the value's members to the form.</param>
    /// <param name="mediaType">The body's media type, whose parts have names where it is the usual one.</param>
    /// <param name="argument">What the value is called where it is <see langword="null"/>. Default: the expression for it.</param>
    /// <exception cref="ArgumentException">A file is known to be too small or too large; it is named by its field.</exception>
    public void MultipartBody<T>(T value, MultipartWriteValue<T> write, string mediaType = "multipart/form-data", [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(value, argument);
        ArgumentNullException.ThrowIfNull(write);
        MultipartForm form = new();
        write(form, value);
        MultipartBody(form, mediaType);
    }

    /// <summary>Sets a multipart body whose parts the caller has added.</summary>
    /// <param name="form">The parts. Its files are read with every try.</param>
    /// <param name="mediaType">The body's media type, whose parts have names where it is the usual one.</param>
    /// <param name="argument">What the form is called where it is <see langword="null"/>. Default: the expression for it.</param>
    public void MultipartBody(MultipartForm form, string mediaType = "multipart/form-data", [CallerArgumentExpression(nameof(form))] string argument = "")
    {
        ArgumentNullException.ThrowIfNull(form, argument);
        ArgumentNullException.ThrowIfNull(mediaType);
        Body = MultipartPayload.Of(form, mediaType);
    }

    /// <summary>Sets a multipart body whose parts are the members of a value, or its items: lists are a part for each item, objects are JSON, and anything else is text.</summary>
    /// <typeparam name="T">The value's type.</typeparam>
    /// <param name="value">The value; written at once.</param>
    /// <param name="write">Writes the value as JSON.</param>
    /// <param name="mediaType">The body's media type, whose parts have names where it is the usual one.</param>
    /// <exception cref="ArgumentException">The value has neither members nor items.</exception>
    public void JsonPartsBody<T>(T value, JsonWriteValue<T> write, string mediaType = "multipart/form-data")
    {
        ArgumentNullException.ThrowIfNull(write);
        MultipartBody(JsonParts.Of(ParameterValue.Of(value, write)), mediaType);
    }

    /// <summary>Sets a body that is one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="contentType">The media type of a file that names none.</param>
    /// <param name="minLength">The fewest bytes allowed.</param>
    /// <param name="maxLength">The most bytes allowed.</param>
    /// <param name="name">What the file is called in exceptions. Default: the expression for it.</param>
    /// <exception cref="ArgumentException">The file is known to be too small or too large. If its length is not known, sending it throws the same.</exception>
    public void FileBody(FileUpload file, string contentType = "application/octet-stream", long minLength = 0, long maxLength = long.MaxValue, [CallerArgumentExpression(nameof(file))] string name = "")
    {
        ArgumentNullException.ThrowIfNull(file, name);
        ArgumentNullException.ThrowIfNull(contentType);
        Body = new FilePayload(new FileBody(name, file, minLength, maxLength), MediaTypeHeaderValue.Parse(file.ContentType ?? contentType));
    }

    private void Expand(string name, string text)
    {
        if (text.Length == 0 || DotSegment.IsIn(text))
        {
            throw new ArgumentException("A path parameter must not be empty or have a segment '.' or '..': it would change the path.", name);
        }

        string placeholder = $"{{{name}}}";
        if (!ExpandedPath.Contains(placeholder, StringComparison.Ordinal))
        {
            throw new ArgumentException($"The path {Operation.Path} has no parameter of this name.", name);
        }

        // Encoded values contain no braces, so that one value cannot bring in the placeholder of another.
        ExpandedPath = ExpandedPath.Replace(placeholder, text, StringComparison.Ordinal);
    }
}
