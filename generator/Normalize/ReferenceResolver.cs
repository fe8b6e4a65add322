using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>
/// Follows the $refs of one document, also to other files of the project. A $ref to anything else is never followed: a spec is not
/// trusted to name files or hosts.
/// </summary>
/// <param name="root">The document in the shape of OpenAPI 3.</param>
/// <param name="files">The document and its parts as they were written, to which $refs point.</param>
/// <param name="reshaping">What stands in the new shape for what was written.</param>
internal sealed class ReferenceResolver(MappingNode root, DocumentFiles files, Reshaping reshaping, DiagnosticBag diagnostics)
{
    private readonly DynamicReferences _dynamic = new(reference => files.Find(reference, reference.Text).Target is { } target ? reshaping.Of(target) : null);

    private ReferenceChains? _chains;

    private ReferenceChains Chains => _chains ??= new(reference => _dynamic.TargetOf(reference) ?? (files.Find(reference, reference.Text).Target is { } target ? reshaping.Of(target) : null));

    /// <summary>True where the document as it was written has a value at a JSON pointer.</summary>
    public bool Has(string pointer) => files.Find(root, $"#{pointer}").Target is not null;

    public static bool IsReference(Node node) => ReferenceOf(node) is not null;

    /// <summary>The $ref of a value, or the <c>$dynamicRef</c> of a schema, which is one where nothing else is said of its anchor (JSON Schema 2020-12, 8.2.3.2); null where it has none.</summary>
    public static Node? ReferenceOf(Node node) => (node as MappingNode)?["$ref"] ?? (node as MappingNode)?["$dynamicRef"];

    /// <summary>What a schema's $ref points to, in the shape that it has there.</summary>
    public Node Bind(MappingNode schema, Node target)
    {
        if (_dynamic.IsFull)
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, schema, "$dynamicAnchor");
        }

        return _dynamic.Bind(schema, target);
    }

    /// <summary>The object that a value stands for, through any number of $refs; null where there is none, which is then reported.</summary>
    public MappingNode? Resolve(Node node, string what)
    {
        if (Follow(node) is not { } target)
        {
            return null;
        }

        if (target is MappingNode result)
        {
            return result;
        }

        diagnostics.ReportAtName(Descriptors.WrongNode, target, target.Key?.Text ?? target.Pointer, what);
        return null;
    }

    /// <summary>The value, of whatever kind, that a value stands for; null where a $ref cannot be followed, which is then reported.</summary>
    public Node? Follow(Node node)
    {
        switch (Chains.Of(node))
        {
            case { Circle: { } circle }:
                diagnostics.Report(Descriptors.CircularReference, circle, circle.Text);
                return null;
            case { Broken: { } broken }:
                return Target(broken);
            case var end:
                return end.Value;
        }
    }

    /// <summary>The $ref at which those that lead away from a value come back to themselves, so that there is nothing at their end; null where they do not.</summary>
    public ScalarNode? CircleOf(Node node) => Chains.Of(node).Circle;

    /// <summary>The node one $ref points to; null where there is none, which is then reported.</summary>
    public Node? Target(Node reference)
    {
        if (reference is not ScalarNode { Kind: ScalarKind.String } scalar)
        {
            diagnostics.Report(Descriptors.WrongNode, reference, "$ref", "a text");
            return null;
        }

        if (_dynamic.TargetOf(scalar) is { } known)
        {
            return known;
        }

        switch (files.Find(scalar, scalar.Text))
        {
            case { Target: { } target }:
                return reshaping.Of(target);
            case { IsKnownFile: false }:
                diagnostics.Report(Descriptors.RemoteReference, scalar, scalar.Text);
                return null;
            case { Root: { } file } found:
                diagnostics.Report(Descriptors.UnknownReference, scalar, scalar.Text, Suggest(file, scalar.Text.Split('#')[0], found.Fragment));
                return null;
            default:
                return null;
        }
    }

    /// <summary>The schema that a value of a discriminator stands for: the name of a component or a $ref (OpenAPI 3.1, 4.8.25.3); null where there is none.</summary>
    public Node? MappedSchema(ScalarNode value)
    {
        Node? schema = root.Mapping("components")?.Mapping("schemas")?[value.Text] ?? files.Find(value, value.Text).Target;
        return schema is null ? null : Follow(reshaping.Of(schema));
    }

    /// <summary>Suggests a sibling of what the pointer's last token names, or the same name among all components.</summary>
    private string Suggest(Node file, string name, string pointer)
    {
        int slash = pointer.LastIndexOf('/');
        if (slash < 0)
        {
            return "";
        }

        string parent = pointer.Substring(0, slash);
        if (JsonPointer.Resolve(file, parent) is MappingNode siblings)
        {
            return Suggestion.For($"{name}#{pointer}", siblings.Keys.Select(key => $"{name}#{parent}/{JsonPointer.Escape(key)}"));
        }

        List<string> components = (root.Mapping("components")?.Values ?? [])
            .OfType<MappingNode>()
            .SelectMany(section => section.Keys.Select(key => $"#/components/{section.Key!.Text}/{JsonPointer.Escape(key)}"))
            .ToList();

        // '#/definitions/Pet' of OpenAPI 2.0 is too far from '#/components/schemas/Pet' to look like a typing error.
        return components.FirstOrDefault(component => component.EndsWith(pointer.Substring(slash), StringComparison.Ordinal)) is { } moved
            ? $" Did you mean '{moved}'?"
            : Suggestion.For($"#{pointer}", components);
    }
}
