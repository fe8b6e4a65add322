namespace Dragoman;

/// <summary>The cookies of one request, which are one header together (RFC 6265, section 5.4).</summary>
internal sealed class CookieHeader
{
    public const string Name = "Cookie";

    private readonly List<string> _pairs = [];

    /// <summary>Adds the cookies of a header that the caller has written.</summary>
    public void AddAll(string header) => _pairs.AddRange(header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Adds a cookie unless there is one of its name; names are compared with case.</summary>
    public void TryAdd(string name, string value)
    {
        if (!_pairs.Any(pair => pair.StartsWith($"{name}=", StringComparison.Ordinal)))
        {
            _pairs.Add($"{name}={value}");
        }
    }

    public override string ToString() => string.Join("; ", _pairs);
}
