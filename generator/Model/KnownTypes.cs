namespace Dragoman.Generator.Model;

/// <summary>The types of .NET and of the runtime that generated code refers to, with their namespaces.</summary>
internal static class KnownTypes
{
    private static readonly Dictionary<string, string[]> s_names = new(StringComparer.Ordinal)
    {
        ["System"] = ["ArgumentException", "ArgumentNullException", "DateOnly", "DateTimeOffset", "Func", "Guid", "IDisposable", "IProgress", "Obsolete", "ReadOnlyMemory", "TimeOnly", "TimeSpan", "Uri"],
        ["System.Collections.Generic"] = ["Dictionary", "IAsyncEnumerable", "IEnumerable", "IReadOnlyDictionary", "IReadOnlyList"],
        ["System.ComponentModel"] = ["EditorBrowsable", "EditorBrowsableState"],
        ["System.Diagnostics.CodeAnalysis"] = ["SetsRequiredMembers"],
        ["System.Globalization"] = ["CultureInfo"],
        ["System.IO"] = ["Stream"],
        ["System.Net.Http"] = ["HttpClient", "HttpMethod"],
        ["System.Text"] = ["StringBuilder"],
        ["System.Text.Json"] = ["JsonElement", "Utf8JsonReader", "Utf8JsonWriter"],
        ["System.Text.Json.Serialization"] = ["JsonConverter"],
        ["System.Threading"] = ["CancellationToken"],
        ["System.Threading.Tasks"] = ["Task", "ValueTask"],
        ["Dragoman"] =
        [
            "AccessToken", "ApiCall", "ApiClientOptions", "ApiCredential", "ApiError", "ApiException", "ApiJsonConverter", "ApiOperation", "ApiOperationInfo", "ApiPipeline", "ApiResponse",
            "ApiResult", "ApiTimeoutException", "Defaulted", "ErrorCatalog", "ErrorDefinition", "ErrorEnvelope", "EventStreamInfo", "FileDownload", "FileUpload", "IJsonObject", "IJsonUnion", "IJsonValue", "IOpenEnum", "JsonCase", "JsonCases", "JsonKinds", "JsonMemberReader", "JsonMembers", "JsonRead", "JsonTextForm", "JsonWrite", "MultipartForm", "Optional", "OAuthEndpoints", "OAuthGrant", "PollOutcome", "PollSchedule", "RawJson", "RequestOptions",
            "FieldEncoding", "IReadinessClient", "ParameterStyle", "Readiness", "ReadinessProbe", "ReadinessRule", "RateLimitDefinition", "RateLimitScope",
            "ApiChannel", "ChannelConnection", "ChannelDescription", "ChannelOptions",
            "ResponseFormatException", "ResponseHeaders", "RetryClass", "RetryRule", "ServerSentEvent", "StatusDefinition", "TransportException", "ValueCheck", "WireText",
        ],
    };

    private static readonly Dictionary<string, string> s_namespaces = s_names
        .SelectMany(entry => entry.Value.Select(name => (Name: name, Namespace: entry.Key)))
        .ToDictionary(entry => entry.Name, entry => entry.Namespace, StringComparer.Ordinal);

    public static string NamespaceOf(string name) => s_namespaces[name];

    /// <summary>Those that a client's own types hide within its namespace; attributes also under their full name, and the roots of their namespaces.</summary>
    public static EquatableArray<string> HiddenBy(IEnumerable<string> typeNames)
    {
        HashSet<string> own = new(typeNames, StringComparer.Ordinal);
        return s_namespaces.Keys.Concat(s_names.Keys.Select(name => name.Split('.')[0]).Distinct()).Where(name => own.Contains(name) || own.Contains($"{name}Attribute")).OrderBy(name => name, StringComparer.Ordinal).ToEquatableArray();
    }
}
