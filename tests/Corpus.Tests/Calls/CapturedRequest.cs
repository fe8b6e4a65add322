namespace Dragoman.Corpus.Tests;

/// <summary>A request as a client has sent it.</summary>
/// <param name="Address">The address as it is on the wire, escapes and all.</param>
internal sealed record CapturedRequest(string Method, string Address, IReadOnlyList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    /// <summary>The path and all before it.</summary>
    public string WithoutQuery => Address.Split('?')[0];

    /// <summary>Names and values of the query, read as forms are.</summary>
    public IReadOnlyList<(string Name, string Value)> Query => Address.Contains('?') ? Pairs(Address[(Address.IndexOf('?') + 1)..]) : [];

    public IReadOnlyList<(string Name, string Value)> Cookies =>
    [
        .. (Header("Cookie") ?? "").Split("; ", StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (pair[0], Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""))),
    ];

    public string? Header(string name) =>
        Headers.Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).FirstOrDefault();

    public static IReadOnlyList<(string Name, string Value)> Pairs(string text) =>
    [
        .. text.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => (Decoded(pair[0]), Decoded(pair.ElementAtOrDefault(1) ?? ""))),
    ];

    public static async Task<CapturedRequest> OfAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        byte[] body = message.Content is null ? [] : await message.Content.ReadAsByteArrayAsync(cancellationToken);
        return new CapturedRequest(
            message.Method.Method,
            message.RequestUri!.AbsoluteUri,
            [.. message.Headers.NonValidated.Concat(message.Content?.Headers.NonValidated ?? default).Select(header => KeyValuePair.Create(header.Key, header.Value.ToString()))],
            body);
    }

    private static string Decoded(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
