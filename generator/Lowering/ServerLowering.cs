using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the addresses in the Server Objects of a document (OpenAPI 3.1, 4.8.5).</summary>
internal sealed class ServerLowering
{
    private readonly DiagnosticBag _diagnostics;

    public ServerLowering(ApiDocument document, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        SequenceNode? servers = document.Root.Sequence("servers");
        BaseAddress = First(servers, out MappingNode? server)?.TrimEnd('/');
        Server = (server ?? Servers(servers).FirstOrDefault(IsOfCaller)) is { } chosen ? Template(chosen) : null;
    }

    /// <summary>The first absolute URL, its variables at their defaults; null where there is none, and the caller of the client must say.</summary>
    public string? BaseAddress { get; }

    /// <summary>What the caller may choose of that URL, or of one whose beginning is a variable without a default; null where there is nothing.</summary>
    public ServerModel? Server { get; }

    /// <summary>A method with the server that its operation or its path has instead of the document's.</summary>
    public OperationModel? Complete(Operation operation, OperationModel? method)
    {
        SequenceNode? own = operation.Servers;
        return method is null || own is null || BaseAddress is null || (First(own, out _) ?? Relative(own, BaseAddress))?.TrimEnd('/') is not { } address || address == BaseAddress
            ? method
            : method with { Server = address };
    }

    private static IEnumerable<MappingNode> Servers(SequenceNode? servers) => (servers?.Items ?? []).OfType<MappingNode>().Where(server => server.Text("url") is not null);

    private static IEnumerable<MappingNode> Variables(MappingNode server) => (server.Mapping("variables")?.Values ?? []).OfType<MappingNode>();

    /// <summary>True for an address that begins with a variable without a default.</summary>
    private static bool IsOfCaller(MappingNode server) =>
        Variables(server).Any(variable => server.Text("url")!.StartsWith($"{{{variable.Key!.Text}}}", StringComparison.Ordinal) && variable.Text("default") is null or "");

    private string? First(SequenceNode? servers, out MappingNode? found)
    {
        foreach (MappingNode server in Servers(servers))
        {
            ScalarNode url = (ScalarNode)server["url"]!;
            string address = Address(server);

            // A relative URL is relative to where the document was served from, which a checked-in document no longer knows.
            bool isRelative = IsRelative(address);
            if (!isRelative && Problem(address) is { } problem)
            {
                _diagnostics.Report(Descriptors.BadServer, url, url.Text, problem);
            }
            else if (!isRelative)
            {
                found = server;
                return address;
            }
        }

        found = null;
        return null;
    }

    /// <summary>Of an operation's server, a relative URL is at least on the host of the document's.</summary>
    private static string? Relative(SequenceNode servers, string baseAddress) => Servers(servers).Select(Address)
        .Where(address => IsRelative(address) && address.StartsWith("/", StringComparison.Ordinal))
        .Select(address => Uri.TryCreate(new Uri(baseAddress), address, out Uri? uri) && Problem(uri.AbsoluteUri) is null ? uri.AbsoluteUri : null)
        .FirstOrDefault();

    private static string Address(MappingNode server) => Variables(server).Aggregate(server.Text("url")!, (address, variable) =>
    {
        string expression = $"{{{variable.Key!.Text}}}";
        return address.Replace(expression, variable.Text("default") ?? expression);
    });

    private static bool IsRelative(string address) => !address.Contains("://") && !address.StartsWith("//", StringComparison.Ordinal);

    private static ServerModel? Template(MappingNode server)
    {
        string url = server.Text("url")!;
        NameScope names = new();
        EquatableArray<ServerVariableModel> variables = Variables(server)
            .Where(variable => url.Contains($"{{{variable.Key!.Text}}}"))
            .Select(variable => new ServerVariableModel(variable.Key!.Text, names.Take(Identifier.Camel(variable.Key.Text)), variable.Text("default") ?? "", Description(variable)))
            .ToEquatableArray();
        return variables.Count == 0 ? null : new ServerModel(url, variables);
    }

    private static string Description(MappingNode variable)
    {
        string choice = string.Join(", ", (variable.Sequence("enum")?.Items ?? []).OfType<ScalarNode>().Select(value => value.Text));
        string[] sentences = [variable.Text("description") ?? "", choice.Length == 0 ? "" : $"One of: {choice}.", variable.Text("default") is { Length: > 0 } value ? $"Default: {value}." : ""];
        return string.Join("\n", sentences.Where(sentence => sentence.Length > 0));
    }

    private static string? Problem(string address) =>
        address.IndexOf('{') >= 0 ? "it has a variable without a default"
        : !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https") ? "it is not an http or https URL"
        : uri.UserInfo.Length > 0 ? "a URL with a user name or password sends them to everyone who reads it"
        : uri.Query.Length > 0 || uri.Fragment.Length > 0 ? "a base address has neither query nor fragment"
        : null;
}
