using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NSwag;

namespace Dragoman.Generator.Document;

/// <summary>
/// An OpenAPI document as the rest of the generator sees it: NSwag's object model for structure, the located nodes for texts,
/// literals and positions. Nothing outside this folder knows NSwag, so that its version is this folder's concern alone.
/// </summary>
internal sealed class ApiDocument
{
    private readonly CanonicalDocument _canonical;
    private readonly Lazy<Dictionary<string, MappingNode>> _operations;

    private ApiDocument(CanonicalDocument canonical, IReadOnlyList<Operation> declared, IReadOnlyList<Operation> operations, IReadOnlyList<SecurityScheme> securitySchemes, IReadOnlyList<Schema> components)
    {
        _canonical = canonical;
        _operations = new(() => declared.GroupBy(operation => operation.Node.Pointer, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First().Node, StringComparer.Ordinal));
        Declared = declared;
        Operations = operations;
        SecuritySchemes = securitySchemes;
        Components = components;
    }

    public MappingNode Root => _canonical.Root;

    public string Title => Root.Mapping("info")?.Text("title") ?? "";

    /// <summary>All operations in the order of the document.</summary>
    public IReadOnlyList<Operation> Declared { get; }

    /// <summary>Those that the client has.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<SecurityScheme> SecuritySchemes { get; }

    /// <inheritdoc cref="CanonicalDocument.NamedSchemas"/>
    public IReadOnlyList<KeyValuePair<string, Node>> NamedSchemas => _canonical.NamedSchemas;

    /// <summary>The schemas that have a name, in an order that the document's does not change.</summary>
    public IReadOnlyList<Schema> Components { get; }

    /// <summary>Reads a canonical document; null where even that cannot be read, which is then reported.</summary>
    public static ApiDocument? Load(CanonicalDocument canonical, DiagnosticBag diagnostics)
    {
        OpenApiDocument document;
        try
        {
            document = NSwagReader.Read(canonical.Json);
        }
        catch (Exception problem)
        {
            diagnostics.Report(Descriptors.Unreadable, canonical.Root, problem.Message);
            return null;
        }

        SchemaTable schemas = new(canonical);
        List<Operation> operations = [];
        foreach (KeyValuePair<string, OpenApiPathItem> path in document.Paths)
        {
            foreach (KeyValuePair<string, OpenApiOperation> entry in path.Value)
            {
                operations.Add(new Operation(path.Key, entry.Key, entry.Value, canonical, schemas));
            }
        }

        IEnumerable<Schema> components = document.Components.Schemas.Values.Select(schema => schemas.Of(schema).Target).Where(schema => schema.ComponentName is not null).Distinct();
        return new ApiDocument(
            canonical,
            operations,
            operations,
            canonical.SecuritySchemes.Select(scheme => new SecurityScheme(scheme.Key, scheme.Value)).ToList(),
            components.OrderBy(schema => schema.ComponentName, StringComparer.Ordinal).ToList());
    }

    /// <summary>The object of an operation, which may stand in any file, by its JSON pointer.</summary>
    public MappingNode NodeOf(string pointer) => _operations.Value[pointer];

    /// <summary>True where the document as it was written has a value at a JSON pointer.</summary>
    public bool Has(string pointer) => _canonical.References.Has(pointer);

    /// <summary>The same document with a client of fewer operations.</summary>
    public ApiDocument With(Func<Operation, bool> isWanted) => new(_canonical, Declared, Operations.Where(isWanted).ToList(), SecuritySchemes, Components);
}
