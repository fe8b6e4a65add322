using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>The error catalog and the document as plain YAML, read without any code of the generator.</summary>
internal static class CatalogYaml
{
    private static readonly Lazy<YamlMappingNode> s_catalog = new(static () => Read("errors.yaml"));
    private static readonly Lazy<YamlMappingNode> s_document = new(static () => Read("openapi.yaml"));

    public static IReadOnlyList<CatalogCode> Codes { get; } = [.. Map(s_catalog.Value, "errors").Select(static entry => Code(entry.Key, (YamlMappingNode)entry.Value))];

    /// <summary>The HTTP methods and paths of the document by operationId.</summary>
    public static IReadOnlyDictionary<string, (string Method, string Path)> Operations { get; } =
        OperationNodes().ToDictionary(static found => Text(found.Node["operationId"]), static found => (found.Method, found.Path));

    /// <summary>The codes an operation may raise, in the catalog's order: those that name it and those that name none.</summary>
    public static IEnumerable<string> CodesOf(string operationId) =>
        from code in Codes where code.Operations is null || code.Operations.Contains(operationId) select code.Code;

    /// <summary>The error statuses that the document lists for an operation.</summary>
    public static IEnumerable<int> ErrorStatusesOf(string operationId) =>
        from response in Map(OperationNodes().Single(found => Text(found.Node["operationId"]) == operationId).Node, "responses")
        let status = int.Parse(response.Key, CultureInfo.InvariantCulture)
        where status >= 400
        select status;

    private static IEnumerable<(string Method, string Path, YamlMappingNode Node)> OperationNodes() =>
        from path in Map(s_document.Value, "paths")
        from method in Map((YamlMappingNode)path.Value)
        where method.Value is YamlMappingNode
        select (method.Key.ToUpperInvariant(), path.Key, (YamlMappingNode)method.Value);

    private static CatalogCode Code(string code, YamlMappingNode entry) => new(
        code,
        int.Parse(Text(entry["status"]), CultureInfo.InvariantCulture),
        RetryClass(entry["retry"]),
        Text(entry["message"]),
        Text(entry["resolution"]),
        entry.Children.TryGetValue("operations", out YamlNode? list) ? [.. ((YamlSequenceNode)list).Select(Text)] : null);

    private static string RetryClass(YamlNode retry)
    {
        if (retry is YamlScalarNode { Value: "never" or "poll" or "wait" or "change" } keyword)
        {
            return keyword.Value switch { "poll" => "POLL", "wait" => "WAIT_EVENT", "change" => "CHANGE_REQUEST", _ => "NEVER" };
        }

        YamlNode policy = retry is YamlScalarNode name ? s_catalog.Value["policies"][name.Value!] : retry;
        return Text(policy["retries"]) switch { "1" => "RETRY_ONCE", "5" => "BACKOFF_MAX5", _ => "BACKOFF" };
    }

    private static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlMappingNode node, string key) => Map((YamlMappingNode)node[key]);

    private static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlMappingNode node) =>
        node.Children.Select(static entry => KeyValuePair.Create(Text(entry.Key), entry.Value));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Read(string name)
    {
        using StreamReader text = new(Path.Combine(AppContext.BaseDirectory, "Catalog", "Spec", name));
        YamlStream yaml = [];
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
