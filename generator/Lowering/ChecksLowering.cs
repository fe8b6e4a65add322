using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the records and unions whose values break rules of the document that can be checked before they are sent.</summary>
internal sealed class ChecksLowering
{
    private readonly Dictionary<string, RecordDraft> _records;
    private readonly Dictionary<string, UnionDraft> _unions;

    /// <summary>The constraints of values themselves, without those of the records and unions among them.</summary>
    private readonly ConstraintLowering _own = new(_ => null, new DiagnosticBag());

    /// <summary>The classes that check, by record or union.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    public ChecksLowering(TypeLowering types, DiagnosticBag diagnostics)
    {
        _records = types.Records.Where(record => record.IsSent).ToDictionary(record => record.Name, StringComparer.Ordinal);
        _unions = types.Unions.ToDictionary(union => union.Name, StringComparer.Ordinal);

        foreach (string name in ConstrainedTypes.Find(Values()).OrderBy(name => name, StringComparer.Ordinal))
        {
            _names.Add(name, types.TakeName($"{name}Checks"));
        }

        Constraints = new ConstraintLowering(type => _names.TryGetValue(type.Name, out string? name) ? name : null, diagnostics);
    }

    /// <summary>The constraints of values of which the records are known.</summary>
    public ConstraintLowering Constraints { get; }

    public EquatableArray<ChecksModel> Lower(IEnumerable<RecordModel> records, IEnumerable<UnionModel> unions) =>
        records.Where(record => _names.ContainsKey(record.Name)).Select(Lower)
            .Concat(unions.Where(union => _names.ContainsKey(union.Name)).Select(Lower))
            .ToEquatableArray();

    /// <summary>What is checked of an operation's arguments.</summary>
    public EquatableArray<CheckedMemberModel> Of(Operation operation, OperationModel model)
    {
        List<CheckedMemberModel> found = [];
        foreach (ParameterModel argument in model.Parameters)
        {
            if (operation.Parameters.FirstOrDefault(parameter => parameter.Name == argument.WireName && parameter.Place.ToString() == argument.Target.ToString())?.Schema is { } schema)
            {
                found.Add(new CheckedMemberModel(argument.WireName, argument.Name, argument.Type, Constraints.Of(schema, argument.Type)));
            }
        }

        if (model.Body is { } body && operation.RequestBody?.Contents.FirstOrDefault(content => content.Schema is not null && content.SentMediaType == body.MediaType)?.Schema is { } request)
        {
            found.Add(new CheckedMemberModel("", body.Name, body.Type, Constraints.Of(request, body.Type)));
        }

        return found.Where(argument => !argument.Constraints.IsNone).ToEquatableArray();
    }

    /// <summary>What is checked of each record and union.</summary>
    private IEnumerable<KeyValuePair<string, IEnumerable<(Schema Schema, TypeRef Type)>>> Values()
    {
        foreach (RecordDraft record in _records.Values)
        {
            yield return new(record.Name, MembersOf(record).Select(member => (member.Schema, member.Use.Type!)).Concat(record.Derived.Select(derived => (derived.Schema, TypeOf(derived)))));
        }

        foreach (UnionDraft union in _unions.Values)
        {
            yield return new(union.Name, union.Cases.Select(item => (Schema: SchemaOf(item), item.Type)).Where(item => item.Schema is not null).Select(item => (item.Schema!, item.Type)));
        }
    }

    /// <summary>What only the service sets is not sent.</summary>
    private static IEnumerable<MemberDraft> MembersOf(RecordDraft record) => record.Members.Where(member => !member.Schema.IsReadOnly);

    private static TypeRef TypeOf(RecordDraft record) => new(TypeKind.Record, record.Name);

    /// <summary>A schema whose constraints hold wherever the case stands; null where the places of a shared union contradict each other.</summary>
    private Schema? SchemaOf(CaseDraft item) =>
        item.Schemas.Select(schema => _own.Of(schema, item.Type)).Distinct().Count() == 1 ? item.Schemas[0] : null;

    private ChecksModel Lower(RecordModel record)
    {
        Dictionary<string, MemberDraft> drafts = MembersOf(_records[record.Name]).ToDictionary(member => member.WireName, StringComparer.Ordinal);
        IEnumerable<CheckedMemberModel> members = record.Members
            .Where(member => drafts.ContainsKey(member.WireName))
            .Select(member => new CheckedMemberModel(member.WireName, member.Name, member.Type, Constraints.Of(drafts[member.WireName].Schema, member.Type), member.IsPresenceKept, member.Default))
            .Where(member => !member.Constraints.IsNone);
        return new ChecksModel(_names[record.Name], record.Name, members.ToEquatableArray(), default)
        {
            Derived = record.Derived.Where(derived => _names.ContainsKey(derived.Type.Name)).Select(derived => new DerivedChecksModel(derived.Type.Name, _names[derived.Type.Name])).ToEquatableArray(),
        };
    }

    private ChecksModel Lower(UnionModel union)
    {
        IEnumerable<CheckedCaseModel> cases = union.Cases
            .Zip(_unions[union.Name].Cases, (item, draft) => (Item: item, Schema: SchemaOf(draft)))
            .Where(pair => pair.Schema is not null)
            .Select(pair => new CheckedCaseModel(pair.Item.Name, pair.Item.Type, Constraints.Of(pair.Schema!, pair.Item.Type)))
            .Where(item => !item.Constraints.IsNone);
        return new ChecksModel(_names[union.Name], union.Name, default, cases.ToEquatableArray());
    }
}
