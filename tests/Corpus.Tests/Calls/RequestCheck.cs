using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dragoman.Corpus.Tests;

/// <summary>Compares a request with what the document says of the operation and with the values that were given.</summary>
internal static partial class RequestCheck
{
    /// <summary>What HTTP and every client add.</summary>
    private static readonly string[] s_usual = ["User-Agent", "Accept", "Content-Type", "Content-Length", "Content-Encoding", "Expect"];

    public static IEnumerable<string> Problems(DeclaredCall call, CallArguments arguments, CapturedRequest request, string server) =>
    [
        .. request.Method.Equals(call.Operation.Method, StringComparison.OrdinalIgnoreCase) ? (IEnumerable<string>)[] : [$"the method is {request.Method}"],
        .. Address(call, arguments, request, server),
        .. Query(call, arguments, request),
        .. Headers(call, arguments, request),
        .. Cookies(call, arguments, request),
        .. CredentialCheck.Problems(call, request),
        .. BodyCheck.Problems(call, arguments, request),
    ];

    private static IEnumerable<string> Address(DeclaredCall call, CallArguments arguments, CapturedRequest request, string server)
    {
        if (!Uri().IsMatch(request.Address))
        {
            yield return $"'{request.Address}' is no URL (RFC 3986)";
        }

        // What is written in the template may be escaped there; what is filled in is not.
        string template = DeclaredOperation.AsSent(call.Operation.Path.Split('?')[0]);
        string path = Place().Replace(template, place =>
            arguments.Parameters.Where(given => given.Parameter.Place == "path" && given.Parameter.Name == place.Groups[1].Value)
                .Select(given => Marked(SentText.Of(given.Parameter, given.Value)))
                .FirstOrDefault(place.Value));
        string address = System.Uri.UnescapeDataString(server) + path;
        string actual = System.Uri.UnescapeDataString(request.WithoutQuery.Replace("%2F", "%00", StringComparison.OrdinalIgnoreCase));
        if (!TextFormat.MeanTheSame(address, actual))
        {
            yield return $"the address is '{Shown(actual)}' instead of '{Shown(address)}'";
        }
    }

    private static IEnumerable<string> Query(DeclaredCall call, CallArguments arguments, CapturedRequest request)
    {
        IEnumerable<(string, string)> ofPath = call.Operation.Path.Contains('?') ? CapturedRequest.Pairs(call.Operation.Path.Split('#')[0].Split('?', 2)[1]) : [];
        if (arguments.Parameters.FirstOrDefault(given => given.Parameter.Place == "querystring") is ({ } whole, var value))
        {
            return whole.Style == "json" || value is not JsonObject
                ? PairCheck.Differences("query", [("", SentText.Of(whole, value))], [("", System.Uri.UnescapeDataString(request.Address[(request.Address.IndexOf('?') + 1)..]))])
                : PairCheck.Differences("query", PairCheck.OfForm(null, value), request.Query);
        }

        return PairCheck.Differences("query", [.. ofPath, .. Pairs(arguments, "query")], [.. request.Query.Where(pair => !CredentialCheck.IsCredential(call, "query", pair.Name))]);
    }

    private static IEnumerable<string> Headers(DeclaredCall call, CallArguments arguments, CapturedRequest request)
    {
        List<(CallParameter Parameter, string Text)> given = [.. arguments.Parameters.Where(one => one.Parameter.Place == "header").Select(one => (one.Parameter, SentText.Of(one.Parameter, one.Value)))];
        return
        [
            .. given.Where(one => !TextFormat.MeanTheSame(one.Text, request.Header(one.Parameter.Name) ?? "")).Select(one => $"the header {one.Parameter.Name} is '{request.Header(one.Parameter.Name)}' instead of '{one.Text}'"),
            .. request.Headers.Select(header => header.Key)
                .Where(name => !s_usual.Contains(name, StringComparer.OrdinalIgnoreCase) && name != "Cookie" && !CredentialCheck.IsCredential(call, "header", name))
                .Where(name => !given.Exists(one => one.Parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) && !IsKey(call, name))
                .Select(name => $"the header {name} was not given"),
        ];
    }

    /// <summary>The client makes an idempotency key of its own where it is given none.</summary>
    private static bool IsKey(DeclaredCall call, string header) =>
        header.Equals("Idempotency-Key", StringComparison.OrdinalIgnoreCase) && call.Parameters.Any(parameter => parameter.Name.Equals(header, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Cookies(DeclaredCall call, CallArguments arguments, CapturedRequest request) =>
        PairCheck.Differences("cookies", [.. Pairs(arguments, "cookie")], [.. request.Cookies.Where(cookie => !CredentialCheck.IsCredential(call, "cookie", cookie.Name))]);

    private static IEnumerable<(string, string)> Pairs(CallArguments arguments, string place) => arguments.Parameters
        .Where(given => given.Parameter.Place == place)
        .SelectMany(given => SentText.Pairs(given.Parameter.Name, given.Parameter.Style, given.Parameter.Explode, given.Value));

    /// <summary>A slash in a value must be escaped, so it is told from those of the path.</summary>
    private static string Marked(string text) => text.Replace('/', '\0');

    private static string Shown(string text) => text.Replace("\0", "%2F", StringComparison.Ordinal);

    [GeneratedRegex("\\{([^{}]*)\\}")]
    private static partial Regex Place();

    [GeneratedRegex("^https?://[^/?#]+([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*(\\?([A-Za-z0-9._~!$&'()*+,;=:@/?\\[\\]-]|%[0-9A-Fa-f]{2})*)?$")]
    private static partial Regex Uri();
}
