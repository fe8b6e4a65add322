using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>The alternatives of oneOf or anyOf, where the value of one member tells them apart.</summary>
/// <param name="Member">The member's name in JSON.</param>
internal sealed record UnionShape(string Member, IReadOnlyList<UnionBranch> Branches)
{
    /// <summary>The alternative of values that no other is for (OpenAPI 3.2, 4.24); null where they are kept as they are.</summary>
    public UnionBranch? Default { get; init; }

    /// <summary>Finds what tells the alternatives apart: the discriminator, else a required member to which each of them gives values of its own. Null where there is none.</summary>
    public static UnionShape? Find(Schema schema, DiagnosticBag diagnostics)
    {
        List<UnionBranch> branches = [];
        SchemaPath path = new(mostDepth: 16, mostSteps: 2000);
        path.TryEnter(schema);

        // An alternative that leads back here adds none.
        foreach (Schema variant in Alternatives.Of(schema).Where(variant => !path.Contains(Alternatives.Peel(variant))))
        {
            if (UnionBranch.Of(variant, path, diagnostics) is not { } branch)
            {
                return null;
            }

            branches.Add(branch);
        }

        return branches.Count == 0 ? null
            : (schema.Discriminator is { } discriminator ? ByDiscriminator(schema, discriminator, branches, diagnostics) : null) ?? ByConstants(branches);
    }

    private static UnionShape? ByDiscriminator(Schema schema, Discriminator discriminator, List<UnionBranch> branches, DiagnosticBag diagnostics)
    {
        string member = discriminator.PropertyName;

        // What several alternatives allow tells none of them apart: then their names do, as where nothing is said.
        bool areConstant = branches.All(branch => branch.ConstantsOf(member).Count > 0) && Repeated(branches.SelectMany(branch => branch.ConstantsOf(member))) is null;
        List<UnionBranch> valued = [];
        foreach (UnionBranch branch in branches)
        {
            valued.Add(branch with { Values = ValuesOf(branch) });
        }

        if (valued.Any(branch => branch.Values.Count == 0) || Repeated(valued.SelectMany(branch => branch.Values)) is not null)
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, schema.Mapping!["discriminator"]!, "discriminator");
            return null;
        }

        foreach (MappedValue stray in discriminator.Mapping.Where(value => !branches.Any(branch => branch.Stands(value.Target))))
        {
            diagnostics.ReportAtName(Descriptors.KeptAsJson, stray.Node, $"'{stray.Value}' stands for '{stray.Node.Text}', which is no alternative", "Unknown");
        }

        return new UnionShape(member, valued)
        {
            Default = discriminator.Default is { } target ? valued.FirstOrDefault(branch => branch.Stands(target)) : null,
        };

        IReadOnlyList<string> ValuesOf(UnionBranch branch)
        {
            if (branch.Leaves.Count > 0)
            {
                return branch.Leaves.SelectMany(ValuesOf).Distinct(StringComparer.Ordinal).ToList();
            }

            List<string> mapped = discriminator.Mapping.Where(value => branch.Stands(value.Target)).Select(value => value.Value).ToList();
            return mapped.Count > 0 ? mapped
                : !areConstant && branch.ImpliedValue is { } implied && !branch.IsMapped ? [implied]
                : branch.ConstantsOf(member);
        }
    }

    private static UnionShape? ByConstants(List<UnionBranch> branches)
    {
        foreach (string member in branches[0].Leaf.Shape.Properties.Select(property => property.Key))
        {
            bool decides = branches.All(branch => branch.Requires(member) && branch.ConstantsOf(member).Count > 0)
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
