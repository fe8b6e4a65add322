using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;

namespace Dragoman.Generator.Lowering;

/// <summary>The events that an itemSchema describes (OpenAPI 3.2, section 4.14.3.2): objects with <c>event</c> and <c>data</c>.</summary>
/// <param name="Branches">The kinds of events; one without values of <c>event</c> stands for all.</param>
internal sealed record EventShape(IReadOnlyList<EventBranch> Branches)
{
    /// <summary>Finds the events; null, with the reason, where the schema describes none or does not tell them apart.</summary>
    public static EventShape? Find(Schema schema, DiagnosticBag diagnostics, out string problem)
    {
        problem = "Items that are not described as events, with 'event' and 'data'";
        bool isUnion = schema.Variants.Any();
        List<EventBranch> branches = [];
        foreach (Schema variant in isUnion ? schema.Variants.Where(variant => !variant.Target.IsUnresolved) : [schema])
        {
            if (ObjectShape.Collect(variant, diagnostics) is not { } shape || new UnionBranch(variant, shape) is var branch && branch.PropertyOf("event") is null && branch.PropertyOf("data") is null)
            {
                return null;
            }

            branches.Add(new EventBranch(variant, TypesOf(branch, isUnion), branch.PropertyOf("data")));
        }

        problem = "Events that 'event' does not tell apart";
        bool areDistinct = branches.SelectMany(branch => branch.Types).GroupBy(type => type, StringComparer.Ordinal).All(same => same.Count() == 1);
        return branches.Count > 0 && areDistinct && (!isUnion || branches.All(branch => branch.Types.Count > 0)) ? new EventShape(branches) : null;
    }

    private static IReadOnlyList<string> TypesOf(UnionBranch branch, bool isUnion) =>
        // An event without a type is a message (WHATWG HTML, 9.2.6).
        branch.PropertyOf("event") is null && isUnion ? ["message"] : branch.ConstantsOf("event");
}

/// <summary>A kind of event.</summary>
/// <param name="Types">The values of <c>event</c>.</param>
/// <param name="Data">The schema of <c>data</c>; null where the document does not describe it.</param>
internal sealed record EventBranch(Schema Schema, IReadOnlyList<string> Types, Schema? Data);
