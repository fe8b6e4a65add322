using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dragoman.Generator;

/// <summary>What an additional file of the project is to us.</summary>
internal enum ProjectItemKind
{
    Other,
    Document,
    Catalog,

    /// <summary>A file that documents may refer to.</summary>
    Part,
}

/// <summary>An additional file with the metadata that the package's targets give it.</summary>
/// <param name="Errors">The full path of the catalog of a document; empty where it has none.</param>
/// <param name="Settings">What the project says of a document's client.</param>
internal sealed record ProjectItem(AdditionalText File, ProjectItemKind Kind, string Errors, ItemSettings Settings)
{
    public static ProjectItem Read(AdditionalText file, AnalyzerConfigOptionsProvider options)
    {
        AnalyzerConfigOptions metadata = options.GetOptions(file);
        ProjectItemKind kind = Enum.TryParse(Metadata("Kind"), out ProjectItemKind parsed) ? parsed : ProjectItemKind.Other;
        options.GlobalOptions.TryGetValue("build_property.RootNamespace", out string? rootNamespace);
        return new ProjectItem(file, kind, Metadata("Errors"), kind == ProjectItemKind.Document ? ItemSettings.Read(Path.GetFileName(file.Path), rootNamespace ?? "", Metadata) : ItemSettings.None);

        string Metadata(string name) => metadata.TryGetValue($"build_metadata.AdditionalFiles.Dragoman{name}", out string? value) ? value.Trim() : "";
    }
}
