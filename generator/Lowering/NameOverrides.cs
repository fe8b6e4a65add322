using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>A name that the project gives in place of ours.</summary>
/// <param name="Of">What is named, as the document writes it.</param>
internal sealed record NameOverride(string Of, string Name);

/// <summary>The names that the project gives to types, methods and groups.</summary>
internal sealed record NameOverrides
{
    /// <summary>By the name of a component, or the JSON pointer of an inline schema.</summary>
    public EquatableArray<NameOverride> Types { get; init; }

    /// <summary>By operationId, or by method and path such as <c>GET /pets</c>.</summary>
    public EquatableArray<NameOverride> Methods { get; init; }

    /// <summary>By tag.</summary>
    public EquatableArray<NameOverride> Groups { get; init; }

    /// <summary>The name for a schema; null where the project gives none.</summary>
    public string? OfType(Node schema, string? component = null)
    {
        // Nothing asks for the pointer of thousands of schemas without need: it is made of the whole way to the root.
        return Types.Count == 0 ? null : Find(Types, NamesOf(schema, component).ToArray());
    }

    /// <summary>The name for a method, without its <c>Async</c>; null where the project gives none.</summary>
    public string? OfMethod(Operation operation)
    {
        const string Async = "Async";
        string? name = Methods.Count == 0 ? null : Find(Methods, operation.Id, $"{operation.Method} {operation.Key}");
        return name?.Length > Async.Length && name.EndsWith(Async, StringComparison.Ordinal) ? name.Substring(0, name.Length - Async.Length) : name;
    }

    public string? OfGroup(string tag) => Find(Groups, tag);

    /// <summary>Reports names for what the document does not have, which are most often slips.</summary>
    public void Check(ApiDocument document, DiagnosticBag diagnostics)
    {
        Check(Types, "TypeNames", "schema", type => document.Has(PointerOf(type)) || document.NamedSchemas.Any(schema => schema.Key == type), document.NamedSchemas.Select(schema => schema.Key));
        Check(Methods, "MethodNames", "operation", method => document.Declared.Any(operation => operation.Id == method || $"{operation.Method} {operation.Key}" == method), document.Declared.Select(operation => operation.Id ?? $"{operation.Method} {operation.Key}"));
        Check(Groups, "GroupNames", "tag", tag => document.Declared.Any(operation => operation.Tags.Contains(tag)), document.Declared.SelectMany(operation => operation.Tags).Distinct(StringComparer.Ordinal));

        void Check(EquatableArray<NameOverride> names, string setting, string kind, Func<string, bool> exists, IEnumerable<string> candidates)
        {
            foreach (NameOverride stray in names.Where(name => !exists(name.Of)))
            {
                diagnostics.Report(Descriptors.SettingNamesNothing, document.Root.File, SourceSpan.FileStart, setting, stray.Of, kind, Suggestion.For(stray.Of, candidates));
            }
        }
    }

    private static IEnumerable<string> NamesOf(Node schema, string? component)
    {
        string pointer = schema.Pointer;
        yield return pointer;
        yield return $"#{pointer}";
        if (component is not null)
        {
            yield return component;
        }
    }

    private static string PointerOf(string type) =>
        type.StartsWith("#/", StringComparison.Ordinal) ? type.Substring(1)
        : type.StartsWith("/", StringComparison.Ordinal) ? type
        : $"/components/schemas/{JsonPointer.Escape(type)}";

    private static string? Find(EquatableArray<NameOverride> names, params string?[] keys) => names.FirstOrDefault(name => keys.Contains(name.Of))?.Name;
}
