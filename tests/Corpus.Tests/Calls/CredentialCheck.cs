using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>Whether the credentials of one alternative are where the document says (OpenAPI 3.1, sections 4.8.27 and 4.8.30).</summary>
internal static class CredentialCheck
{
    public static IEnumerable<string> Problems(DeclaredCall call, CapturedRequest request)
    {
        List<IReadOnlyList<string>> usable = [.. call.Security.Where(alternative => alternative.All(name => call.Scheme(name) is not null))];
        return usable.Count == 0 || usable.Exists(alternative => alternative.Count == 0 || alternative.GroupBy(name => PlaceOf(call.Scheme(name)!)).All(schemes => schemes.Any(name => IsSent(call.Scheme(name)!, request))))
            ? []
            : [$"no credentials of {string.Join(" or ", usable.Select(alternative => string.Join("+", alternative)))} were sent"];
    }

    /// <summary>Whether a name is one under which a credential is sent.</summary>
    public static bool IsCredential(DeclaredCall call, string place, string name) => call.Security.SelectMany(alternative => alternative)
        .Select(call.Scheme)
        .OfType<JsonObject>()
        .Any(scheme => IsKey(scheme) ? In(scheme) == place && Name(scheme).Equals(name, StringComparison.OrdinalIgnoreCase) : place == "header" && name == "Authorization");

    /// <summary>Where a scheme is sent. Of two that want the same header one has it: a document may say so, but nobody can send both.</summary>
    private static string PlaceOf(JsonObject scheme) => IsKey(scheme) ? $"{In(scheme)} {Name(scheme).ToLowerInvariant()}" : Type(scheme) == "mutualTLS" ? "" : "header authorization";

    private static bool IsSent(JsonObject scheme, CapturedRequest request) => (Type(scheme), In(scheme)) switch
    {
        ("mutualTLS", _) => true,
        ("apiKey", "header") => request.Header(Name(scheme)) is not null,
        ("apiKey", "query") => request.Query.Any(pair => pair.Name == Name(scheme)),
        ("apiKey", _) => request.Cookies.Any(pair => pair.Name == Name(scheme)),
        ("basic", _) => HasWord(request, "Basic"),
        ("http", _) => HasWord(request, scheme["scheme"]?.ToString() ?? ""),
        _ => HasWord(request, "Bearer"),
    };

    private static bool HasWord(CapturedRequest request, string word) => request.Header("Authorization")?.StartsWith($"{word} ", StringComparison.OrdinalIgnoreCase) == true;

    private static bool IsKey(JsonObject scheme) => Type(scheme) == "apiKey";

    private static string Type(JsonObject scheme) => scheme["type"]?.ToString() ?? "";

    private static string In(JsonObject scheme) => scheme["in"]?.ToString() ?? "";

    private static string Name(JsonObject scheme) => scheme["name"]?.ToString() ?? "";
}
