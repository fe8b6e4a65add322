using System.Collections.Concurrent;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Dragoman.EndToEnd.Tests.SeedCodes;

/// <summary>The documents and error catalogs as plain YAML, read without any code of the generator.</summary>
internal static class CatalogYaml
{
    public const string BitHuman = "bithuman";

    private static readonly Dictionary<string, string> s_words = new()
    {
        ["never"] = "NEVER",
        ["nothing"] = "NONE",
        ["change"] = "CHANGE_REQUEST",
        ["poll"] = "POLL",
        ["wait"] = "WAIT_EVENT",
        ["authenticate"] = "REAUTH",
        ["restart"] = "RECREATE",
        ["reconnect"] = "RECONNECT",
        ["prepare"] = "PRECONDITION",
        ["advisory"] = "ADVISORY",
    };

    private static readonly ConcurrentDictionary<(string Folder, string Name), YamlMappingNode> s_files = new();

    /// <summary>The folders of <c>spec</c> that have a catalog.</summary>
    public static IReadOnlyList<string> Folders { get; } =
        [.. Directory.GetFiles(SpecFolder, "errors.yaml", SearchOption.AllDirectories).Select(static path => Path.GetFileName(Path.GetDirectoryName(path)!)).Order()];

    private static string SpecFolder => Path.Combine(AppContext.BaseDirectory, "Catalog", "Spec");

    /// <summary>The codes of a catalog. An entry that is matched by what it says, and not by a code, is none.</summary>
    public static IReadOnlyList<CatalogCode> CodesIn(string folder)
    {
        YamlMappingNode catalog = Read(folder, "errors.yaml");
        return
        [
            .. from entry in Map(catalog, "errors")
               let node = (YamlMappingNode)entry.Value
               where !node.Children.ContainsKey("match")
               select Code(catalog, entry.Key, node),
        ];
    }

    /// <summary>What a catalog says of answers without a code, by status: a single one before its range, and the entries matched by what an answer says.</summary>
    public static IReadOnlyList<(int? Status, string Retry)> StatusesIn(string folder)
    {
        YamlMappingNode catalog = Read(folder, "errors.yaml");
        Dictionary<string, string> statuses = Map(catalog, "statuses").ToDictionary(static entry => entry.Key, entry => RetryClass(catalog, (YamlMappingNode)entry.Value));
        return
        [
            .. from status in Enumerable.Range(400, 200)
               let range = status < 500 ? "4XX" : "5XX"
               let key = new[] { status.ToString(CultureInfo.InvariantCulture), range }.FirstOrDefault(statuses.ContainsKey)
               where key is not null
               select ((int?)status, statuses[key]),
            .. from entry in Map(catalog, "errors")
               let node = (YamlMappingNode)entry.Value
               where node.Children.ContainsKey("match")
               select (StatusOf(node), RetryClass(catalog, node)),
        ];
    }

    /// <summary>The HTTP methods and paths of a document by operationId.</summary>
    public static IReadOnlyDictionary<string, (string Method, string Path)> OperationsIn(string folder) =>
        OperationNodes(folder).ToDictionary(static found => Text(found.Node["operationId"]), static found => (found.Method, found.Path));

    /// <summary>The codes an operation may raise, in the catalog's order: those that name it and those that name none.</summary>
    public static IEnumerable<string> CodesOf(string folder, string operationId) =>
        from code in CodesIn(folder) where code.Operations is null || code.Operations.Contains(operationId) select code.Code;

    /// <summary>Those of <see cref="CodesOf"/> that answers may carry: not the names of the bad ends of jobs, which have no status.</summary>
    public static IEnumerable<string> AnswerCodesOf(string folder, string operationId) =>
        CodesOf(folder, operationId).Except(CodesIn(folder).Where(code => code.Status is null).Select(code => code.Code).Intersect(PolledCodesIn(folder)));

    /// <summary>Those of <see cref="AnswerCodesOf"/> that are thrown: not the notices, which channels and streams deliver.</summary>
    public static IEnumerable<string> ThrownCodesOf(string folder, string operationId) =>
        AnswerCodesOf(folder, operationId).Except(CodesIn(folder).Where(code => code.Retry == "ADVISORY").Select(code => code.Code));

    /// <summary>The error statuses that a document lists for an operation.</summary>
    public static IEnumerable<int?> ErrorStatusesOf(string folder, string operationId) =>
        from response in Map(OperationNodes(folder).Single(found => Text(found.Node["operationId"]) == operationId).Node, "responses")
        where response.Key[0] is '4' or '5'
        select (int?)int.Parse(response.Key, CultureInfo.InvariantCulture);

    /// <summary>The names that a document gives the bad ends of its jobs: of codes that answers carry too, or of the catalog's own making.</summary>
    public static IReadOnlySet<string> PolledCodesIn(string folder) =>
    (
        from operation in OperationNodes(folder)
        where operation.Node.Children.ContainsKey("x-polling")
        from failure in Map((YamlMappingNode)operation.Node["x-polling"], "failure")
        select failure.Value is YamlMappingNode named ? Text(named["code"]) : Text(failure.Value)).ToHashSet();

    private static IEnumerable<(string Method, string Path, YamlMappingNode Node)> OperationNodes(string folder) =>
        from path in Map(Read(folder, "openapi.yaml"), "paths")
        from method in Map((YamlMappingNode)path.Value)
        where method.Value is YamlMappingNode
        select (method.Key.ToUpperInvariant(), path.Key, (YamlMappingNode)method.Value);

    private static CatalogCode Code(YamlMappingNode catalog, string code, YamlMappingNode entry) => new(
        code,
        StatusOf(entry),
        RetryClass(catalog, entry),
        Text(entry["message"]),
        Text(entry["resolution"]),
        entry.Children.TryGetValue("operations", out YamlNode? list) ? [.. ((YamlSequenceNode)list).Select(Text)] : null);

    private static int? StatusOf(YamlMappingNode entry) =>
        entry.Children.TryGetValue("status", out YamlNode? status) ? int.Parse(Text(status), CultureInfo.InvariantCulture) : null;

    private static string RetryClass(YamlMappingNode catalog, YamlMappingNode entry) =>
        entry.Children.TryGetValue("retry", out YamlNode? retry) || entry.Children.TryGetValue("recovery", out retry)
            ? RetryClass(catalog, retry)
            : "NEVER";

    private static string RetryClass(YamlMappingNode catalog, YamlNode retry) => retry switch
    {
        YamlScalarNode { Value: { } word } when s_words.TryGetValue(word, out string? known) => known,
        YamlScalarNode { Value: { } policy } => Backoff(catalog["policies"][policy]),
        YamlMappingNode rule when rule.Children.TryGetValue("wait", out YamlNode? wait) => "WAIT_" + Text(wait).ToUpperInvariant(),
        YamlMappingNode rule when rule.Children.ContainsKey("until") => "WAIT_UNTIL",
        YamlMappingNode rule when rule.Children.ContainsKey("retries") => Backoff(rule),
        _ => Backoff(catalog["policies"][Text(retry["policy"])]),
    };

    private static string Backoff(YamlNode policy) =>
        Text(policy["retries"]) switch { "1" => "RETRY_ONCE", "5" => "BACKOFF_MAX5", _ => "BACKOFF" };

    private static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out YamlNode? map) ? Map((YamlMappingNode)map) : [];

    private static IEnumerable<KeyValuePair<string, YamlNode>> Map(YamlMappingNode node) =>
        node.Children.Select(static entry => KeyValuePair.Create(Text(entry.Key), entry.Value));

    private static string Text(YamlNode node) => ((YamlScalarNode)node).Value!;

    private static YamlMappingNode Read(string folder, string name) => s_files.GetOrAdd((folder, name), static key =>
    {
        using StreamReader text = new(Path.Combine(SpecFolder, key.Folder, key.Name));
        YamlStream yaml = [];
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    });
}
