using System.Collections.Immutable;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator;

/// <summary>The clients of a project, each name once in its namespace; and a diagnostic for each further one.</summary>
internal sealed record DistinctClients(EquatableArray<ApiModel> Models, EquatableArray<DiagnosticInfo> Diagnostics)
{
    public static DistinctClients Of(ImmutableArray<ParsedClient> clients)
    {
        Dictionary<string, string> documents = new(StringComparer.OrdinalIgnoreCase);
        List<ApiModel> models = [];
        List<DiagnosticInfo> diagnostics = [];
        foreach (ParsedClient client in clients.Where(client => client.Model is not null).OrderBy(client => client.DocumentPath, StringComparer.Ordinal))
        {
            ApiModel model = client.Model!;
            if (!documents.TryGetValue(model.File.HintPrefix, out string? first))
            {
                documents.Add(model.File.HintPrefix, Path.GetFileName(client.DocumentPath));
                models.Add(model);
                continue;
            }

            EquatableArray<string> arguments = new[] { $"{model.File.Namespace}.{model.File.ClientName}", first }.ToEquatableArray();
            diagnostics.Add(new DiagnosticInfo(Descriptors.SameClientTwice, client.DocumentPath, SourceSpan.FileStart, arguments));
        }

        return new DistinctClients(models.ToEquatableArray(), diagnostics.ToEquatableArray());
    }
}
