using System.Net.Http.Headers;

namespace Dragoman;

/// <summary>The request of one try while the policies add to it.</summary>
internal sealed class RequestDraft
{
    private readonly HttpRequestMessage _message = new();
    private readonly ApiCall _call;
    private string _query;
    private CookieHeader? _cookies;

    public RequestDraft(ApiCall call)
    {
        _call = call;
        _query = call.Options?.Link is null ? call.QueryString : "";
        _message.Method = call.Operation.Method;
        _message.Content = call.Body?.ToContent(call.Options?.Progress);
        if (_message.Content is null && !call.IsRepeatable)
        {
            // SocketsHttpHandler itself sends a request up to three times more if the connection is closed without an answer, unless
            // it had begun to send content: also a POST, which may have taken effect. Empty content makes no other difference on the wire.
            _message.Content = new ByteArrayContent([]);
        }

        // The caller's own headers first: what follows adds only what is not there.
        foreach ((string name, string value) in call.Options?.Headers ?? (IEnumerable<KeyValuePair<string, string>>)[])
        {
            AddOwn(name, value);
        }

        foreach ((string name, string value) in call.Headers)
        {
            TryAddHeader(name, value);
        }

        foreach ((string name, string value) in call.Cookies)
        {
            TryAddCookie(name, value);
        }

        if (call.Body is { AsksBeforehand: true })
        {
            TryAddHeader("Expect", "100-continue");
        }
    }

    /// <summary>Adds a cookie unless there is one of its name.</summary>
    public void TryAddCookie(string name, string value) => (_cookies ??= new()).TryAdd(name, value);

    public void AddQuery(string name, string value) => _query = QueryText.Append(_query, name, value);

    /// <summary>Adds a header unless there is one of its name.</summary>
    public void TryAddHeader(string name, string value)
    {
        // The values were checked for everything that could end the header (HeaderField). The platform's own check also refuses
        // values that services use, for example an If-Match without quotes.
        if (!_message.Headers.NonValidated.Contains(name) && !_message.Headers.TryAddWithoutValidation(name, value))
        {
            SetContentHeader(name, value);
        }
    }

    /// <summary>Sets a header that is not the caller's to choose.</summary>
    public void SetHeader(string name, string value)
    {
        _message.Headers.Remove(name);
        TryAddHeader(name, value);
    }

    public HttpRequestMessage ToMessage(BaseAddress baseAddress)
    {
        if (_cookies is not null)
        {
            TryAddHeader(CookieHeader.Name, _cookies.ToString());
        }

        _message.RequestUri = _call.Options?.Link is { } link
            ? baseAddress.Follow(link, baseAddress.Append(_call.ExpandedPath, ""), _query)
            : baseAddress.Append(_call.ExpandedPath, _query);
        return _message;
    }

    private void AddOwn(string name, string value)
    {
        if (string.Equals(name, CookieHeader.Name, StringComparison.OrdinalIgnoreCase))
        {
            // Others may follow, and there is one header for all.
            (_cookies ??= new()).AddAll(value);
        }
        else
        {
            TryAddHeader(name, value);
        }
    }

    /// <summary>The platform keeps headers such as <c>Content-Language</c> with the content.</summary>
    private void SetContentHeader(string name, string value)
    {
        HttpContentHeaders headers = (_message.Content ??= new ByteArrayContent([])).Headers;
        headers.Remove(name);
        headers.TryAddWithoutValidation(name, value);
    }
}
