using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Names the cases of unions.</summary>
internal static class UnionLowering
{
    /// <summary>What records bring with them, what the cases hold, and the types that the union's own code names.</summary>
    private static readonly string[] s_reserved =
        ["EqualityContract", "Clone", "PrintMembers", "Deconstruct", "Value", "Json", "JsonElement", "JsonEquality", "JsonTypeInfo", "JsonType", .. NameScope.ObjectMembers];

    /// <param name="complete">Gives a type what is known of its record by now.</param>
    public static UnionModel Lower(UnionDraft draft, Func<TypeRef, TypeRef> complete)
    {
        NameScope names = new([draft.Name, .. s_reserved]);
        string unknown = names.Take("Unknown");
        EquatableArray<UnionCaseModel> cases = draft.Cases.Select(Lower).ToEquatableArray();
        return new UnionModel(
            draft.Name,
            draft.Schema.Node.Pointer,
            draft.Schema.Description ?? "",
            draft.Schema.IsDeprecated,
            draft.Member,
            cases,
            unknown,
            cases.Any(item => item.Type.HasRequestForm));

        UnionCaseModel Lower(CaseDraft item) => new(
            names.Take(NameOf(item.Branch)),
            complete(item.Type),
            item.Branch.Values.ToEquatableArray(),
            IsConvertible: item.Type.Kind != TypeKind.Json && draft.Cases.Count(other => other.Type == item.Type) == 1,
            item.Branch.Schema.Description ?? item.Branch.Schema.Target.Description ?? "");
    }

    /// <summary>After the value that decides; after the schema where that has no letter or digit.</summary>
    private static string NameOf(UnionBranch branch)
    {
        string value = branch.Values[0];
        string name = Identifier.Pascal(Identifier.Words(value).Count > 0 ? value : branch.DisplayName, "Case");
        return name[0] == '_' ? $"Value{name.Substring(1)}" : name;
    }
}
