using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Follows the $refs of one document. A $ref that leaves the document is never followed: a spec is not trusted to name files or hosts.</summary>
internal sealed class ReferenceResolver(MappingNode root, DiagnosticBag diagnostics)
{
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
        HashSet<Node> visited = [];
        while (node is MappingNode mapping && mapping["$ref"] is { } reference)
        {
            if (!visited.Add(node))
            {
                diagnostics.Report(Descriptors.CircularReference, reference, ((ScalarNode)reference).Text);
                return null;
            }

            if (Target(reference) is not { } target)
            {
                return null;
            }

            node = target;
        }

        return node;
    }

    /// <summary>The node one $ref points to; null where there is none, which is then reported.</summary>
    public Node? Target(Node reference)
    {
        if (reference is not ScalarNode { Kind: ScalarKind.String } scalar)
        {
            diagnostics.Report(Descriptors.WrongNode, reference, "$ref", "a text");
            return null;
        }

        if (!scalar.Text.StartsWith("#", StringComparison.Ordinal))
        {
            diagnostics.Report(Descriptors.RemoteReference, scalar, scalar.Text);
            return null;
        }

        string pointer = Uri.UnescapeDataString(scalar.Text.Substring(1));
        if (JsonPointer.Parse(pointer) is not null && JsonPointer.Resolve(root, pointer) is { } target)
        {
            return target;
        }

        diagnostics.Report(Descriptors.UnknownReference, scalar, scalar.Text, Suggest(pointer));
        return null;
    }

    /// <summary>The schema that a value of a discriminator stands for: the name of a component or a $ref (OpenAPI 3.1, 4.8.25.3); null where there is none.</summary>
    public Node? MappedSchema(string name)
    {
        string? pointer = name.StartsWith("#", StringComparison.Ordinal) ? Uri.UnescapeDataString(name.Substring(1)) : null;
        Node? schema = root.Mapping("components")?.Mapping("schemas")?[name]
            ?? (pointer is not null && JsonPointer.Parse(pointer) is not null ? JsonPointer.Resolve(root, pointer) : null);
        return schema is null ? null : Follow(schema);
    }

    /// <summary>Suggests a sibling of what the pointer's last token names, or the same name among all components.</summary>
    private string Suggest(string pointer)
    {
        int slash = pointer.LastIndexOf('/');
        if (slash < 0)
        {
            return "";
        }

        string parent = pointer.Substring(0, slash);
        if (JsonPointer.Resolve(root, parent) is MappingNode siblings)
        {
            return Suggestion.For($"#{pointer}", siblings.Keys.Select(key => $"#{parent}/{JsonPointer.Escape(key)}"));
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
