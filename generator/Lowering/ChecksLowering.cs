using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the records and unions whose values break rules of the document that can be checked before they are sent.</summary>
internal sealed class ChecksLowering
{
    private readonly Dictionary<string, RecordDraft> _records;
    private readonly Dictionary<string, UnionDraft> _unions;

    /// <summary>The classes that check, by record or union.</summary>
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;

    public ChecksLowering(TypeLowering types, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _records = types.Records.Where(record => record.IsSent).ToDictionary(record => record.Name, StringComparer.Ordinal);
        _unions = types.Unions.ToDictionary(union => union.Name, StringComparer.Ordinal);

        // What holds something that is checked is checked too, and so on to the request. Messages are given once, at the end.
        HashSet<string> found = new(StringComparer.Ordinal);
        ConstraintLowering quiet = new(type => found.Contains(type.Name) ? type.Name : null, new DiagnosticBag());
        bool isNew = true;
        while (isNew)
        {
            isNew = false;
            foreach (string name in _records.Where(record => MembersOf(record.Value).Any(member => !quiet.Of(member.Schema, member.Use.Type!).IsNone)).Select(record => record.Key)
                .Concat(_unions.Where(union => union.Value.Cases.Any(item => item.Schema is { } schema && !quiet.Of(schema, item.Type).IsNone)).Select(union => union.Key))
                .ToList())
            {
                isNew |= found.Add(name);
            }
        }

        foreach (string name in found.OrderBy(name => name, StringComparer.Ordinal))
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

    /// <summary>What only the service sets is not sent.</summary>
    private static IEnumerable<MemberDraft> MembersOf(RecordDraft record) => record.Members.Where(member => !member.Schema.IsReadOnly);

    private ChecksModel Lower(RecordModel record)
    {
        Dictionary<string, MemberDraft> drafts = MembersOf(_records[record.Name]).ToDictionary(member => member.WireName, StringComparer.Ordinal);
        IEnumerable<CheckedMemberModel> members = record.Members
            .Where(member => drafts.ContainsKey(member.WireName))
            .Select(member => new CheckedMemberModel(member.WireName, member.Name, member.Type, Constraints.Of(drafts[member.WireName].Schema, member.Type), member.IsPresenceKept))
            .Where(member => !member.Constraints.IsNone);
        return new ChecksModel(_names[record.Name], record.Name, members.ToEquatableArray(), default);
    }

    private ChecksModel Lower(UnionModel union)
    {
        IEnumerable<CheckedCaseModel> cases = union.Cases
            .Zip(_unions[union.Name].Cases, (item, draft) => (Item: item, draft.Schema))
            .Where(pair => pair.Schema is not null)
            .Select(pair => new CheckedCaseModel(pair.Item.Name, pair.Item.Type, Constraints.Of(pair.Schema!, pair.Item.Type)))
            .Where(item => !item.Constraints.IsNone);
        return new ChecksModel(_names[union.Name], union.Name, default, cases.ToEquatableArray());
    }
}
