using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Turns drafts into records, and completes unions, once it is known which of them requests and responses hold.</summary>
internal sealed class RecordLowering
{
    /// <summary>Names that a record's members cannot have: what every record brings with it, and what our own code in it uses.</summary>
    private static readonly string[] s_reserved = ["EqualityContract", "Clone", "PrintMembers", "Deconstruct", "JsonRead", "JsonWrite", .. NameScope.ObjectMembers];

    private readonly Dictionary<string, RecordDraft> _drafts;
    private readonly Dictionary<string, UnionDraft> _unions;
    private readonly Dictionary<string, RecordModel> _lowered = new(StringComparer.Ordinal);
    private readonly CaseTags _tags;
    private readonly HashSet<string> _withRequestForm = new(StringComparer.Ordinal);
    private readonly DiagnosticBag _diagnostics;

    /// <param name="sent">What requests hold.</param>
    /// <param name="received">What responses hold.</param>
    /// <param name="json">What of <paramref name="sent"/> is JSON.</param>
    public RecordLowering(IEnumerable<RecordDraft> drafts, IEnumerable<UnionDraft> unions, IEnumerable<TypeRef> sent, IEnumerable<TypeRef> received, IEnumerable<TypeRef> json, DiagnosticBag diagnostics)
    {
        _diagnostics = diagnostics;
        _drafts = drafts.ToDictionary(draft => draft.Name, StringComparer.Ordinal);
        _unions = unions.ToDictionary(union => union.Name, StringComparer.Ordinal);
        _tags = new CaseTags(_drafts);
        Separate();
        _tags.Give(_unions.Values);
        Mark(sent, draft => draft.IsSent, draft => draft.IsSent = true);
        Mark(received, draft => draft.IsReceived, draft => draft.IsReceived = true);
        Mark([.. json, .. received, .. _drafts.Values.Where(draft => draft.Form is not null).SelectMany(draft => draft.References)], draft => draft.IsJson, draft => draft.IsJson = true);
        FindRequestForms();
    }

    public IEnumerable<RecordModel> Lower() => _drafts.Values.OrderBy(draft => draft.Name, StringComparer.Ordinal).Select(Lower);

    public IEnumerable<UnionModel> LowerUnions(IEnumerable<EnumModel> enums)
    {
        UnionLowering lowering = new(_unions.Values, new CaseShapes(_drafts, enums.ToDictionary(item => item.Name, StringComparer.Ordinal)), (union, item) => _tags.Of(union, item, name => Lower(_drafts[name])), Complete);
        return _unions.Values.OrderBy(union => union.Name, StringComparer.Ordinal).Select(lowering.Lower);
    }

    /// <summary>A reference that knows whether its record or union is written differently in a request.</summary>
    public TypeRef Complete(TypeRef type) => type with
    {
        Element = type.Element is null ? null : Complete(type.Element),
        HasRequestForm = type.Kind is TypeKind.Record or TypeKind.Union && HoldsRequestForm(type),
    };

    /// <summary>A form is written by its record alone: who is sent as one derives from none, and none from it.</summary>
    private void Separate()
    {
        Queue<RecordDraft> pending = new(_drafts.Values.Where(draft => draft.Form is not null));
        while (pending.Count > 0)
        {
            RecordDraft draft = pending.Dequeue();
            foreach (RecordDraft related in draft.Base is null ? draft.Derived : draft.Derived.Append(draft.Base))
            {
                pending.Enqueue(related);
            }

            draft.Base?.Derived.Remove(draft);
            draft.Derived.ForEach(derived => derived.Base = null);
            draft.Base = null;
            draft.Derived.Clear();
        }
    }

    private RecordModel Lower(RecordDraft draft)
    {
        if (_lowered.TryGetValue(draft.Name, out RecordModel? known))
        {
            return known;
        }

        RecordModel? ancestor = draft.Base is null ? null : Lower(draft.Base);
        RecordModel record = LowerMembers(draft, ancestor) with
        {
            BaseName = ancestor?.Name ?? "",
            Constants = ConstantsOf(draft, ancestor).ToEquatableArray(),
            Discriminator = draft.Derived.Count > 0 ? draft.Discriminator : "",
            Derived = draft.Derived.OrderBy(derived => derived.Name, StringComparer.Ordinal).Select(derived => new DerivedModel(Complete(new TypeRef(TypeKind.Record, derived.Name)), derived.Values.ToEquatableArray())).ToEquatableArray(),
        };
        _lowered.Add(draft.Name, record);
        return record;
    }

    private static IEnumerable<ConstantModel> ConstantsOf(RecordDraft draft, RecordModel? ancestor) => (ancestor?.Members ?? [])
        .Where(member => draft.Constants.ContainsKey(member.WireName))
        .Select(member => (member.WireName, member.Name, Value: MemberValues.OfDiscriminator(draft.Constants[member.WireName], member.Type)))
        .Where(constant => constant.Value is not null)
        .Select(constant => new ConstantModel(constant.WireName, constant.Name, constant.Value!));

    private RecordModel LowerMembers(RecordDraft draft, RecordModel? ancestor)
    {
        IReadOnlyDictionary<string, MemberModel> inherited = (ancestor?.Members ?? []).ToDictionary(member => member.WireName, StringComparer.Ordinal);
        IEnumerable<MemberDraft> own = draft.Members.Where(member => !inherited.ContainsKey(member.WireName));
        NameScope names = new([draft.Name, .. s_reserved, .. draft.Additional is null ? Array.Empty<string>() : ["AdditionalProperties"], .. inherited.Values.Select(member => member.Name)]);
        NameScope variables = new(["reader", "writer", "value", "additional", .. draft.Form is null ? Array.Empty<string>() : ["form", "item", "name"], .. inherited.Values.Select(member => member.Variable)]);
        Dictionary<string, string> memberNames = MemberNames.Of(own.Select(member => member.WireName), names);
        List<MemberModel> members = draft.Members
            .Select(member => inherited.TryGetValue(member.WireName, out MemberModel? known) ? known with { IsInherited = true } : Lower(member, draft, memberNames[member.WireName], variables))
            .ToList();
        // JSON, where the record is that too, has texts in their place.
        bool hasFiles = draft is { IsJson: false, Form.Additional.Form: PartForm.File };
        return new RecordModel(
            draft.Name,
            draft.Schema.Node.Pointer,
            draft.Schema.Description ?? "",
            draft.Schema.IsDeprecated,
            members.ToEquatableArray(),
            draft.Additional?.Type is { } additional ? (hasFiles ? FileType(additional) : Complete(additional)) : null,
            draft.Additional?.IsNullable ?? false,
            draft.HasRequestForm,
            HasJson: draft.Form is null || draft.IsJson,
            draft.Form?.Name ?? "",
            draft.Form?.Additional is { Form: PartForm.File } && !hasFiles ? new PartModel(PartForm.Text, "", FileLimits.None) : draft.Form?.Additional);
    }

    private MemberModel Lower(MemberDraft member, RecordDraft draft, string name, NameScope variables)
    {
        Schema schema = member.Schema;

        // 'required' holds for the direction in which the member exists (OpenAPI 3.0, 4.7.24.2; JSON Schema 2020-12, 9.4).
        bool isRequired = member.IsRequired && !(schema.IsReadOnly && draft.IsSent) && !(schema.IsWriteOnly && draft.IsReceived);
        PartModel? part = draft.Form?.Parts[member.WireName];
        bool isFile = part?.Form == PartForm.File;
        if (isFile && draft.IsJson)
        {
            _diagnostics.ReportAtName(Descriptors.FormNotAsDescribed, schema.Node, member.WireName, "JSON, which the record is also sent or received as, is without it");
            isRequired = false;
        }

        LiteralModel? initial = isFile ? null : MemberValues.Initial(member, draft);
        isRequired &= initial is null && !(draft.Derived.Count > 0 && member.WireName == draft.Discriminator);
        return new MemberModel(
            member.WireName,
            name,
            variables.Take(VariableOf(name)),
            isFile ? FileType(part!.IsFileList ? new TypeRef(TypeKind.List, Element: member.Use.Type) : member.Use.Type!) : Complete(member.Use.Type!),
            isRequired,
            member.Use.IsNullable,
            schema.IsReadOnly,
            schema.IsDeprecated,
            member.IsMixed ? "" : DescriptionOf(schema, member.Use.Type!),
            member.IsMixed ? [] : ValueNotes.Of(schema, isFile ? "bytes" : "characters").ToEquatableArray(),
            part)
        {
            Initial = initial,
            Default = isRequired || initial is not null ? null : MemberValues.DefaultOf(member, draft),
            IsPresenceKept = !isFile && MemberValues.IsPresenceKept(member, draft, isRequired),
            IsSecret = SecretSchema.Is(schema),
        };
    }

    /// <summary>What a member says of itself. What is said where it refers to, its type says, if that is one of the client's own.</summary>
    private static string DescriptionOf(Schema schema, TypeRef type)
    {
        bool isSaidByType = schema.Reference is not null && type.Kind is TypeKind.Record or TypeKind.Union or TypeKind.Enum;
        return schema.Description ?? (isSaidByType ? "" : schema.Target.Description ?? "");
    }

    private static TypeRef FileType(TypeRef type) => type.Kind == TypeKind.List ? new TypeRef(TypeKind.List, Element: FileType(type.Element!)) : new TypeRef(TypeKind.File);

    private static string VariableOf(string name)
    {
        string letters = name.TrimStart('_');
        return char.IsDigit(letters[0]) ? $"_{letters}" : Identifier.LowerFirst(letters);
    }

    private void Mark(IEnumerable<TypeRef> roots, Func<RecordDraft, bool> isMarked, Action<RecordDraft> mark)
    {
        Stack<TypeRef> pending = new(roots);
        HashSet<string> marked = new(StringComparer.Ordinal);
        while (pending.Count > 0)
        {
            TypeRef type = pending.Pop();
            if (type.Element is not null)
            {
                pending.Push(type.Element);
            }

            if (type.Kind == TypeKind.Union && marked.Add(type.Name))
            {
                foreach (CaseDraft item in _unions[type.Name].Cases)
                {
                    pending.Push(item.Type);
                }
            }

            if (type.Kind == TypeKind.Record && _drafts[type.Name] is { } draft && !isMarked(draft))
            {
                mark(draft);
                foreach (TypeRef reference in draft.References)
                {
                    pending.Push(reference);
                }
            }
        }
    }

    /// <summary>A record has a request form when it is sent and has a read-only member, or holds one that has one: a fixed point, because records may contain each other.</summary>
    private void FindRequestForms()
    {
        bool changed;
        do
        {
            changed = false;
            foreach (UnionDraft union in _unions.Values.Where(union => union.Cases.Any(item => HoldsRequestForm(item.Type))))
            {
                changed |= _withRequestForm.Add(union.Name);
            }

            foreach (RecordDraft draft in _drafts.Values.Where(draft => draft is { IsSent: true, HasRequestForm: false }))
            {
                if (draft.Members.Any(member => member.Schema.IsReadOnly) || draft.References.Any(HoldsRequestForm))
                {
                    draft.HasRequestForm = true;
                    changed = true;
                }
            }
        }
        while (changed);
    }

    private bool HoldsRequestForm(TypeRef type) => type.Kind switch
    {
        TypeKind.Record => _drafts[type.Name].HasRequestForm,
        TypeKind.Union => _withRequestForm.Contains(type.Name),
        _ => type.Element is not null && HoldsRequestForm(type.Element),
    };
}
