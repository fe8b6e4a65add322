namespace Dragoman;

/// <summary>Where a service is, and how a path becomes an address there.</summary>
internal sealed class BaseAddress
{
    private readonly Uri _uri;
    private readonly string _prefix;

    private BaseAddress(Uri uri)
    {
        _uri = uri;
        _prefix = uri.AbsoluteUri.TrimEnd('/');
        Origin = uri.GetLeftPart(UriPartial.Authority);
    }

    /// <summary>Scheme, host and port, for messages.</summary>
    public string Origin { get; }

    public string Host => _uri.IdnHost;

    public int Port => _uri.Port;

    /// <summary>Whether this is the address, whatever it ends with.</summary>
    public bool IsAt(Uri address) => _prefix == address.AbsoluteUri.TrimEnd('/');

    public static BaseAddress Of(Uri? optionsAddress, Uri? clientAddress)
    {
        Uri uri = optionsAddress ?? clientAddress
            ?? throw new ArgumentException("There is no base address: set ApiClientOptions.BaseAddress, or BaseAddress of the HttpClient.", nameof(ApiClientOptions.BaseAddress));

        if (!uri.IsAbsoluteUri || uri.Scheme is not ("http" or "https"))
        {
            throw new ArgumentException("The base address must be an absolute http or https address.", nameof(ApiClientOptions.BaseAddress));
        }

        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new ArgumentException("The base address must have no user name, query or fragment.", nameof(ApiClientOptions.BaseAddress));
        }

        return new(uri);
    }

    /// <summary>Appends an expanded path and a query.</summary>
    /// <exception cref="ArgumentException">A parameter has no value, the path has a dot segment, or it leads to another host.</exception>
    public Uri Append(string path, string query)
    {
        if (path.Contains('{'))
        {
            throw new ArgumentException($"A parameter of the path {path} has no value.", nameof(path));
        }

        if (DotSegment.IsIn(path))
        {
            throw new ArgumentException("The path's parameters form a '.' or '..' segment, which would change the path.", nameof(path));
        }

        Uri uri = WithQuery(_prefix + path, query);

        // The prefix is followed by a slash, so this cannot happen; it is what the credentials' safety hangs on, so it is checked all the same.
        return IsSameOrigin(uri) ? uri : throw new ArgumentException("The path leads to another host than the base address.", nameof(path));
    }

    /// <summary>Where a link of the service leads, with a query added to it.</summary>
    /// <param name="link">The link, as an answer gave it.</param>
    /// <param name="from">What a relative one starts from.</param>
    /// <param name="query">What is added to the link's own query.</param>
    /// <exception cref="ArgumentException">It leads to another host, or nowhere.</exception>
    public Uri Follow(Uri link, Uri from, string query)
    {
        // Of a text that begins with a slash, Uri makes a file on some platforms.
        return Uri.TryCreate(from, link.OriginalString, out Uri? uri) && IsSameOrigin(uri) && uri.UserInfo.Length == 0
            ? WithQuery(uri.GetLeftPart(UriPartial.Query), query)
            : throw new ArgumentException("The link leads to another host than the base address, and the credentials would go with it.", nameof(RequestOptions.Link));
    }

    /// <summary>What a reference that a description makes stands for (RFC 3986, section 5).</summary>
    public Uri Resolve(string reference) => new(new Uri($"{_prefix}/"), reference);

    /// <summary>A template or a link may bring a query of its own.</summary>
    private static Uri WithQuery(string address, string query) => new(query.Length == 0 ? address : $"{address}{(address.Contains('?') ? '&' : '?')}{query}");

    private bool IsSameOrigin(Uri uri) => uri.Scheme == _uri.Scheme && uri.Host == _uri.Host && uri.Port == _uri.Port;
}
