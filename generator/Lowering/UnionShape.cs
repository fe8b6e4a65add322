using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>The alternatives of oneOf or anyOf, where the value of one member tells them apart.</summary>
/// <param name="Member">The member's name in JSON.</param>
internal sealed record UnionShape(string Member, IReadOnlyList<UnionBranch> Branches)
{
    /// <summary>Finds what tells the alternatives apart: the discriminator, else a required member to which each of them gives values of its own. Null, with the reason, where there is none.</summary>
    public static UnionShape? Find(Schema schema, DiagnosticBag diagnostics, out string problem)
    {
        problem = "Alternatives of several types";
        List<UnionBranch> branches = [];
        foreach (Schema variant in schema.Variants.Where(variant => !variant.Target.IsUnresolved))
        {
            if (variant.Target.Literals is not null || ObjectShape.Collect(variant, diagnostics) is not { } shape)
            {
                return null;
            }

            if (branches.All(branch => branch.Schema.Target != variant.Target))
            {
                branches.Add(new UnionBranch(variant, shape));
            }
        }

        return branches.Count == 0 ? null
            : schema.Discriminator is { } discriminator ? ByDiscriminator(discriminator, branches, diagnostics, ref problem)
            : ByConstants(branches);
    }

    private static UnionShape? ByDiscriminator(Discriminator discriminator, List<UnionBranch> branches, DiagnosticBag diagnostics, ref string problem)
    {
        string member = discriminator.PropertyName;
        if (branches.FirstOrDefault(branch => branch.PropertyOf(member) is null) is { } without)
        {
            problem = $"The alternative '{without.DisplayName}' has no member '{member}', which tells them apart";
            return null;
        }

        // What several alternatives allow tells none of them apart: then their names do, as where nothing is said.
        bool areConstant = branches.All(branch => branch.ConstantsOf(member).Count > 0) && Repeated(branches.SelectMany(branch => branch.ConstantsOf(member))) is null;
        List<UnionBranch> valued = [];
        foreach (UnionBranch branch in branches)
        {
            List<string> mapped = discriminator.Mapping.Where(value => branch.Schema.Target.Node == value.Target).Select(value => value.Value).ToList();
            IReadOnlyList<string> values = mapped.Count > 0 ? mapped : areConstant ? branch.ConstantsOf(member) : branch.ImpliedValue is { } implied ? [implied] : [];
            valued.Add(branch with { Values = values });
        }

        if (valued.FirstOrDefault(branch => branch.Values.Count == 0) is { } nameless)
        {
            problem = $"The alternative '{nameless.DisplayName}' has no value of '{member}', which tells them apart";
            return null;
        }

        if (Repeated(valued.SelectMany(branch => branch.Values)) is { } repeated)
        {
            problem = $"Two alternatives have the value '{repeated}' of '{member}', which tells them apart";
            return null;
        }

        foreach (MappedValue stray in discriminator.Mapping.Where(value => branches.All(branch => branch.Schema.Target.Node != value.Target)))
        {
            diagnostics.ReportAtName(Descriptors.KeptAsJson, stray.Node, $"'{stray.Value}' stands for '{stray.Node.Text}', which is no alternative", "Unknown");
        }

        return new UnionShape(member, valued);
    }

    private static UnionShape? ByConstants(List<UnionBranch> branches)
    {
        foreach (string member in branches[0].Shape.Properties.Select(property => property.Key))
        {
            bool decides = branches.All(branch => branch.Shape.Required.Contains(member) && branch.ConstantsOf(member).Count > 0)
                && Repeated(branches.SelectMany(branch => branch.ConstantsOf(member))) is null;
            if (decides)
            {
                return new UnionShape(member, branches.Select(branch => branch with { Values = branch.ConstantsOf(member) }).ToList());
            }
        }

        return null;
    }

    private static string? Repeated(IEnumerable<string> values) => values.GroupBy(value => value, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1)?.Key;
}

/// <summary>One alternative of a union.</summary>
/// <param name="Schema">The alternative, as a $ref where it is one.</param>
internal sealed record UnionBranch(Schema Schema, ObjectShape Shape)
{
    /// <summary>The values of the member that decide for this alternative.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    public string DisplayName => Component ?? Schema.Node.Pointer;

    /// <summary>The value that stands for a component where the document does not give it another (OpenAPI 3.1, 4.8.25): its name.</summary>
    public string? ImpliedValue => Schema.Reference is null ? null : Component;

    private string? Component => Schema.Target.ComponentName;

    public Schema? PropertyOf(string member) => Shape.Properties.FirstOrDefault(property => property.Key == member).Value;

    /// <summary>The texts that a member is limited to; none where it is not limited to texts.</summary>
    public IReadOnlyList<string> ConstantsOf(string member) =>
        PropertyOf(member)?.Target is { Type: SchemaType.String, Literals: { } literals } && literals.All(literal => literal is ScalarNode)
            ? literals.Cast<ScalarNode>().Select(literal => literal.Text).Distinct(StringComparer.Ordinal).ToList()
            : [];
}
