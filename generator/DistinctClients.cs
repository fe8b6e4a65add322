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
        List<DiagnosticInfo> diagnostics = [];
        foreach (ParsedClient client in clients.Where(client => client.Model is not null).OrderBy(client => client.DocumentPath, StringComparer.Ordinal))
        {
            FileModel file = client.Model!.File;
            if (!documents.TryGetValue(file.HintPrefix, out string? first))
            {
                documents.Add(file.HintPrefix, client.DocumentPath);
                continue;
            }

            EquatableArray<string> arguments = new[] { $"{file.Namespace}.{file.ClientName}", Path.GetFileName(first) }.ToEquatableArray();
            diagnostics.Add(new DiagnosticInfo(Descriptors.SameClientTwice, client.DocumentPath, SourceSpan.FileStart, arguments));
        }

        return new DistinctClients(documents.Values.OrderBy(path => path, StringComparer.Ordinal).ToEquatableArray(), diagnostics.ToEquatableArray());
    }

    /// <summary>True where the files of a client are written.</summary>
    public bool Has(ParsedClient client) => client.Model is not null && Documents.Contains(client.DocumentPath);
}
