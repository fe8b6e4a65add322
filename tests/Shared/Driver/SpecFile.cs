namespace Dragoman.Generator.Testing;

/// <summary>An OpenAPI document of a project, with what its OpenApiClient item says.</summary>
/// <param name="Path">The file, relative to the project.</param>
/// <param name="Text">What is in it.</param>
internal sealed record SpecFile(string Path, string Text)
{
    /// <summary>The text of its error catalog; null: it has none.</summary>
    public string? Errors { get; init; }

    /// <summary>The catalog's file, relative to the project. Without <see cref="Errors"/>: a file that does not exist.</summary>
    public string? ErrorsPath { get; init; }

    /// <summary>The item's Namespace.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The item's ClientName.</summary>
    public string ClientName { get; init; } = "";

    /// <summary>More metadata of the item: names and values as a project file has them.</summary>
    public IReadOnlyList<(string Name, string Value)> Metadata { get; init; } = [];

    /// <summary>The catalog's file, by default that of the document with its name: petstore.errors.yaml; empty where there is none.</summary>
    public string CatalogPath => ErrorsPath ?? (Errors is null ? "" : System.IO.Path.ChangeExtension(Path, ".errors.yaml"));
}
