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

        if (HasDotSegment(path))
        {
            throw new ArgumentException("The path's parameters form a '.' or '..' segment, which would change the path.", nameof(path));
        }

        // A template may bring a query of its own.
        char separator = path.Contains('?') ? '&' : '?';
        Uri uri = new(query.Length == 0 ? _prefix + path : $"{_prefix}{path}{separator}{query}");

        // The prefix is followed by a slash, so this cannot happen; it is what the credentials' safety hangs on, so it is checked all the same.
        bool isSameOrigin = uri.Scheme == _uri.Scheme && uri.Host == _uri.Host && uri.Port == _uri.Port;
        return isSameOrigin ? uri : throw new ArgumentException("The path leads to another host than the base address.", nameof(path));
    }

    private static bool HasDotSegment(string path) =>
        path.Contains("/.", StringComparison.Ordinal) && path.Split('/').Any(static segment => segment is "." or "..");
}
