using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>What tells the cases of a union apart, for those that a program makes: a record holds the one value that leads to it where it must have one, and else the union writes it.</summary>
internal sealed class CaseTags(IReadOnlyDictionary<string, RecordDraft> drafts)
{
    /// <summary>Gives the records that unions lead to by one value that value, unless they have several.</summary>
    public void Give(IEnumerable<UnionDraft> unions)
    {
        var tags = unions
            .SelectMany(union => union.Cases.Select(item => (Union: union, Case: item)))
            .Where(found => found.Union.Member is not null && found.Case.Type.Kind == TypeKind.Record)
            .GroupBy(found => (found.Case.Type.Name, Member: found.Union.Member!))
            .Select(same => (Draft: drafts[same.Key.Name], same.Key.Member, Values: same.SelectMany(found => found.Case.Values).Distinct(StringComparer.Ordinal).ToList()))
            .Where(tag => tag is { Values.Count: 1, Draft.Derived.Count: 0 } && !tag.Draft.Constants.ContainsKey(tag.Member) && MemberOf(tag.Draft, tag.Member) is { IsRequired: true } member && CanBe(member, tag.Values[0]));
        foreach ((RecordDraft draft, string member, List<string> values) in tags)
        {
            draft.Constants = draft.Constants.Concat([new(member, values[0])]).ToDictionary(constant => constant.Key, constant => constant.Value, StringComparer.Ordinal);
        }
    }

    /// <summary>What the union writes itself; null where the record does, or keeps the member among those that have no property, or where several values lead to it.</summary>
    /// <param name="record">The record of the case, by its name.</param>
    public CaseTagModel? Of(UnionDraft union, CaseDraft item, Func<string, RecordModel> record)
    {
        if (union.Member is not { } tag || item is not { Type.Kind: TypeKind.Record, Values.Count: 1 })
        {
            return null;
        }

        RecordDraft draft = drafts[item.Type.Name];
        if (MemberOf(draft, tag) is not { } member)
        {
            return draft.Additional is null ? new CaseTagModel(item.Values[0], "") : null;
        }

        MemberModel model = record(draft.Name).Members.First(known => known.WireName == tag);
        return model is { IsRequired: false, Initial: null, Default: null, IsNullable: false, IsPresenceKept: false, IsDeprecated: false, Type: { Kind: TypeKind.String } or { Kind: TypeKind.Enum, Element.Kind: TypeKind.String } } && CanBe(member, item.Values[0])
            ? new CaseTagModel(item.Values[0], model.Name)
            : null;
    }

    private static MemberDraft? MemberOf(RecordDraft draft, string name) => draft.Members.Find(member => member.WireName == name);

    /// <summary>False where the member's own schema contradicts the union.</summary>
    private static bool CanBe(MemberDraft member, string value) =>
        !member.IsMixed && MemberValues.OfDiscriminator(value, member.Use.Type!) is not null && (Alternatives.ConstantsOf(member.Schema) is not { Count: > 0 } constants || constants.Contains(value));
}
