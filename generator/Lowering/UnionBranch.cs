using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>One alternative of a union that a member tells apart.</summary>
/// <param name="Schema">The alternative, as a $ref where it is one.</param>
/// <param name="Shape">Its members; none for a union.</param>
internal sealed record UnionBranch(Schema Schema, ObjectShape Shape)
{
    /// <summary>What a union that is an alternative itself says of the values of its own.</summary>
    private (string Member, IReadOnlyList<string> Values)? _mapped;

    /// <summary>The values of the member that decide for this alternative.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The alternatives of an alternative that is a union itself; else none.</summary>
    public IReadOnlyList<UnionBranch> Leaves { get; init; } = [];

    /// <summary>The first alternative that is an object.</summary>
    public UnionBranch Leaf => Leaves.Count > 0 ? Leaves[0].Leaf : this;

    /// <summary>True for an alternative of a union that has a discriminator and is an alternative itself.</summary>
    public bool IsMapped => _mapped is not null;

    public string DisplayName => Component ?? Schema.Node.Pointer;

    /// <summary>What its case is called after: the value that decides, or the component where that is a number.</summary>
    public string CaseName => Values[0].All(char.IsDigit) && Component is { } component ? component : Values[0];

    /// <summary>The value that stands for a component where the document does not give it another (OpenAPI 3.1, 4.8.25): its name.</summary>
    public string? ImpliedValue => Schema.Reference is null ? null : Component;

    private string? Component => Schema.Target.ComponentName;

    /// <summary>Reads an alternative: an object, or a union of objects. Null for anything else.</summary>
    /// <param name="path">The unions that it stands in.</param>
    public static UnionBranch? Of(Schema variant, SchemaPath path, DiagnosticBag diagnostics)
    {
        Schema peeled = Alternatives.Peel(variant);
        if (!Alternatives.IsUnion(peeled))
        {
            return variant.Target.Literals is null && ObjectShape.Collect(variant, diagnostics) is { } shape ? new UnionBranch(variant, shape) : null;
        }

        if (!path.TryEnter(peeled))
        {
            return null;
        }

        List<UnionBranch> leaves = [];
        foreach (Schema inner in Alternatives.Of(peeled).Where(inner => !path.Contains(Alternatives.Peel(inner))))
        {
            if (Of(inner, path, diagnostics) is not { } leaf)
            {
                leaves.Clear();
                break;
            }

            leaves.Add(leaf.WithMapping(peeled));
        }

        path.Leave(peeled);
        return leaves.Count > 0 ? new UnionBranch(variant, ObjectShape.None) { Leaves = leaves } : null;
    }

    public Schema? PropertyOf(string member) => Shape.Find(member);

    /// <summary>The values that a member is limited to, those of numbers and booleans as JSON writes them; none where it is not limited.</summary>
    public IReadOnlyList<string> ConstantsOf(string member)
    {
        if (Leaves.Count > 0)
        {
            List<IReadOnlyList<string>> all = Leaves.Select(leaf => leaf.ConstantsOf(member)).ToList();
            return all.All(values => values.Count > 0) ? all.SelectMany(values => values).Distinct(StringComparer.Ordinal).ToList() : [];
        }

        return _mapped is { } mapped && mapped.Member == member ? mapped.Values
            : PropertyOf(member) is { } property ? Alternatives.ConstantsOf(property)
            : [];
    }

    public bool Requires(string member) => Leaves.Count > 0 ? Leaves.All(leaf => leaf.Requires(member)) : Shape.Required.Contains(member);

    /// <summary>True for the alternative that a mapping names, itself or as the one part of allOf.</summary>
    public bool Stands(Node? target) => target is not null && (Schema.Target.Node == target || Leaves.Any(leaf => leaf.Stands(target)));

    private UnionBranch WithMapping(Schema union)
    {
        if (union.Discriminator is not { } discriminator)
        {
            return this;
        }

        List<string> values = discriminator.Mapping.Where(value => Stands(value.Target)).Select(value => value.Value).ToList();
        if (values.Count == 0)
        {
            values.AddRange(ConstantsOf(discriminator.PropertyName) is { Count: > 0 } constants ? constants : ImpliedValue is { } implied ? [implied] : []);
        }

        return this with { _mapped = (discriminator.PropertyName, values) };
    }
}
