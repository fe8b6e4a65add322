using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Turns drafts of unions into unions.</summary>
internal static class UnionLowering
{
    /// <param name="complete">Gives a type what is known of its record by now.</param>
    public static UnionModel Lower(UnionDraft draft, Func<TypeRef, TypeRef> complete)
    {
        CaseNames names = new(draft.Name);
        EquatableArray<UnionCaseModel> cases = draft.Cases.Select(Lower).ToEquatableArray();
        return new UnionModel(
            draft.Name,
            draft.Schema.Node.Pointer,
            draft.Schema.Description ?? "",
            draft.Schema.IsDeprecated,
            draft.Member,
            cases,
            names.Unknown,
            cases.Any(item => item.Type.HasRequestForm));

        UnionCaseModel Lower(CaseDraft item) => new(
            names.Take(item.Branch.Values[0], item.Branch.DisplayName),
            complete(item.Type),
            item.Branch.Values.ToEquatableArray(),
            IsConvertible: item.Type.Kind != TypeKind.Json && draft.Cases.Count(other => other.Type == item.Type) == 1,
            item.Branch.Schema.Description ?? item.Branch.Schema.Target.Description ?? "");
    }
}
