using System.Collections.Immutable;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator;

/// <summary>The clients of a project, each name once in its namespace; and a diagnostic for each further one.</summary>
/// <param name="Documents">The paths of the documents whose clients are written.</param>
internal sealed record DistinctClients(EquatableArray<string> Documents, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static DistinctClients Of(ImmutableArray<ParsedClient> clients)
    {
        Dictionary<string, string> documents = new(StringComparer.OrdinalIgnoreCase);
        DeclaredNames declared = new();
        List<DiagnosticInfo> diagnostics = [];
        foreach (ParsedClient client in clients.Where(client => client.Model is not null).OrderBy(client => client.DocumentPath, StringComparer.Ordinal))
        {
            FileModel file = client.Model!.File;
            if (documents.TryGetValue(file.HintPrefix, out string? first))
            {
                diagnostics.Add(new(Descriptors.SameClientTwice, client.DocumentPath, SourceSpan.FileStart, Arguments($"{file.Namespace}.{file.ClientName}", first)));
            }
            else if (declared.FirstOf(client.Model) is var (name, other))
            {
                diagnostics.Add(new(Descriptors.SameTypeTwice, client.DocumentPath, SourceSpan.FileStart, Arguments(name, other)));
            }
            else
            {
                documents.Add(file.HintPrefix, client.DocumentPath);
                declared.Add(client.Model, client.DocumentPath);
            }
        }

        return new DistinctClients(documents.Values.OrderBy(path => path, StringComparer.Ordinal).ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>True where the files of a client are written.</summary>
    public bool Has(ParsedClient client) => client.Model is not null && Documents.Contains(client.DocumentPath);

    private static EquatableArray<string> Arguments(string name, string document) => new[] { name, Path.GetFileName(document) }.ToEquatableArray();
}
