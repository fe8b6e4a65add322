using YamlDotNet.RepresentationModel;

namespace Dragoman.Corpus.Tests;

/// <summary>An operation as the document's text has it, found without any code of the generator.</summary>
/// <param name="Method">The HTTP method in lower case, as documents write it.</param>
/// <param name="Id">The operationId; null where it has none.</param>
internal sealed record DeclaredOperation(string Method, string Path, string? Id)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>What diagnostics call it.</summary>
    public string Name => Id ?? $"{Method.ToUpperInvariant()} {Path}";

    /// <summary>The operations of a YAML or JSON text. JSON is YAML enough for YamlDotNet's document model, which the generator does not use.</summary>
    public static IReadOnlyList<DeclaredOperation> In(string text)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(text));
        YamlNode paths = stream.Documents[0].RootNode["paths"];
        return
        [
            .. from path in Members(paths)
               from member in Members(path.Value)
               where s_methods.Contains(member.Name)
               select new DeclaredOperation(member.Name, path.Name, Members(member.Value).SingleOrDefault(value => value.Name == "operationId").Value?.ToString()),
        ];
    }

    private static IEnumerable<(string Name, YamlNode Value)> Members(YamlNode node) =>
        node is YamlMappingNode mapping ? mapping.Children.Select(child => (((YamlScalarNode)child.Key).Value!, child.Value)) : [];
}
