using Dragoman.Generator.Tests.Documents;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Architecture;

/// <summary>The stages of the generator know each other in one direction only, as ARCHITECTURE.md draws it, and each library has its one place.</summary>
public sealed class DependencyTests
{
    /// <summary>What a folder may see besides itself.</summary>
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Model"] = [],
        ["Text"] = ["Diagnostics"],
        ["Diagnostics"] = ["Model", "Text"],
        ["Normalize"] = ["Text", "Diagnostics"],
        ["Document"] = ["Normalize", "Text", "Diagnostics"],
        ["Catalog"] = ["Text", "Normalize", "Diagnostics"],
        ["Lowering"] = ["Document", "Catalog", "Model", "Normalize", "Text", "Diagnostics"],
        ["Emit"] = ["Model"],
    };

    /// <summary>The folders and files that may see a library.</summary>
    private static readonly Dictionary<string, string[]> s_libraries = new()
    {
        ["NSwag"] = ["Document/"],
        ["NJsonSchema"] = ["Document/"],
        ["YamlDotNet"] = ["Text/"],
        ["Newtonsoft"] = ["Normalize/"],
        ["Microsoft.CodeAnalysis"] = ["Diagnostics/", "ClientGenerator.cs", "ProjectItem.cs", "SettingName.cs", "Emit/CodeText.cs"],
    };

    public static TheoryData<string> Folders { get; } = [.. s_allowed.Keys];

    public static TheoryData<string> Libraries { get; } = [.. s_libraries.Keys];

    /// <summary>A name that the compiler does not know would be a dependency that the other tests do not see.</summary>
    [Fact]
    public void The_sources_compile() =>
        Assert.Empty(GeneratorSources.Compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

    [Fact]
    public void Every_folder_has_its_rule() =>
        Assert.Equal(s_allowed.Keys.Order(), GeneratorSources.References.Select(reference => reference.Folder).Where(folder => folder.Length > 0).Distinct().Order());

    [Fact]
    public void The_page_tells_these_rules() => Assert.Equal(
        s_allowed.Select(rule => $"{rule.Key}: {string.Join(", ", rule.Value.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal),
        MarkdownPage.Read("ARCHITECTURE.md").RowsBelow("Who may see whom").Select(row => $"{row[0]}: {string.Join(", ", row.Skip(1).Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_sees_only_the_folders_before_it(string folder)
    {
        IEnumerable<string> allowed = [folder, .. s_allowed[folder]];

        Assert.Empty(GeneratorSources.References.Where(reference =>
            reference.Folder == folder
            && reference.IsWithin(GeneratorSources.RootNamespace)
            && !allowed.Any(seen => reference.IsWithin($"{GeneratorSources.RootNamespace}.{seen}"))));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_is_seen_from_its_place_only(string library) =>
        Assert.Empty(GeneratorSources.References.Where(reference => reference.IsWithin(library) && !IsWithin(reference.File, s_libraries[library])));

    /// <summary>A place that does not use its library any more is not its place.</summary>
    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_is_used_in_all_of_its_places(string library) =>
        Assert.All(s_libraries[library], place => Assert.Contains(GeneratorSources.References, reference => reference.IsWithin(library) && IsWithin(reference.File, [place])));

    /// <summary>Catalogs have nothing of documents but the keys of statuses, which OpenAPI and they share.</summary>
    [Fact]
    public void The_catalog_sees_only_status_keys_of_Normalize() => Assert.Empty(GeneratorSources.References.Where(reference =>
        reference.Folder == "Catalog"
        && reference.IsWithin($"{GeneratorSources.RootNamespace}.Normalize")
        && !reference.Name.EndsWith("Normalize", StringComparison.Ordinal)
        && reference.Name is not ("StatusKey" or "TryParse")));

    private static bool IsWithin(string file, string[] places) => places.Any(place => place.EndsWith('/') ? file.StartsWith(place, StringComparison.Ordinal) : file == place);
}
