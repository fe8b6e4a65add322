using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Turns drafts of unions into unions.</summary>
internal sealed class UnionLowering
{
    private readonly CaseShapes _shapes;
    private readonly Func<UnionDraft, CaseDraft, CaseTagModel?> _tagOf;
    private readonly Func<TypeRef, TypeRef> _complete;

    /// <summary>The unions whose cases are looked at from others.</summary>
    private readonly HashSet<string> _inner;

    /// <param name="tagOf">What a union writes to tell one of its cases apart.</param>
    /// <param name="complete">Gives a type what is known of its record by now.</param>
    public UnionLowering(IReadOnlyCollection<UnionDraft> drafts, CaseShapes shapes, Func<UnionDraft, CaseDraft, CaseTagModel?> tagOf, Func<TypeRef, TypeRef> complete)
    {
        _shapes = shapes;
        _tagOf = tagOf;
        _complete = complete;
        _inner = InnerOf(drafts);
    }

    public UnionModel Lower(UnionDraft draft)
    {
        CaseNames names = new(draft.Name);
        bool isInner = _inner.Contains(draft.Name);
        bool hasShapes = isInner || draft.Member is null;
        IReadOnlyList<CaseShapeModel?> shapes = hasShapes ? _shapes.Of(draft, isInner) : draft.Cases.Select(_ => (CaseShapeModel?)null).ToList();
        EquatableArray<UnionCaseModel> cases = draft.Cases.Select(Lower).ToEquatableArray();
        return new UnionModel(
            draft.Name,
            draft.Pointer,
            draft.IsShared ? "" : draft.Schema.Description ?? "",
            !draft.IsShared && draft.Schema.IsDeprecated,
            draft.Member ?? "",
            cases,
            names.Unknown,
            draft.Default is { } other ? cases[draft.Cases.ToList().IndexOf(other)].Name : "",
            cases.Any(item => item.Type.HasRequestForm),
            hasShapes) { IsShared = draft.IsShared };

        UnionCaseModel Lower(CaseDraft item, int index) => new(
            names.Take(item.Name, item.Fallback),
            _complete(item.Type),
            item.Values.ToEquatableArray(),
            item.Constant,
            IsConvertible: item.Type.Kind is not (TypeKind.Json or TypeKind.List or TypeKind.Map) && item.Constant is null && draft.Cases.Count(other => other.Type == item.Type) == 1,
            item.Description,
            shapes[index]) { Tag = _tagOf(draft, item) };
    }

    /// <summary>The unions that are a case, or the item of a case, of one that shapes tell apart; and those that are one of theirs.</summary>
    private static HashSet<string> InnerOf(IReadOnlyCollection<UnionDraft> drafts)
    {
        Dictionary<string, UnionDraft> unions = drafts.ToDictionary(draft => draft.Name, StringComparer.Ordinal);
        HashSet<string> inner = new(StringComparer.Ordinal);
        Stack<UnionDraft> pending = new(drafts.Where(draft => draft.Member is null));
        while (pending.Count > 0)
        {
            foreach (CaseDraft item in pending.Pop().Cases)
            {
                TypeRef type = item.Type;
                while (type.Kind == TypeKind.List)
                {
                    type = type.Element!;
                }

                if (type.Kind == TypeKind.Union && unions.TryGetValue(type.Name, out UnionDraft? union) && inner.Add(type.Name))
                {
                    pending.Push(union);
                }
            }
        }

        return inner;
    }
}
