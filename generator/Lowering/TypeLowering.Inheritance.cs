using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Which records derive from which.</summary>
internal sealed partial class TypeLowering
{
    /// <summary>What holds a record may hold all that derive from it.</summary>
    private void FindDerived(Schema schema)
    {
        foreach (Schema derived in _inheritance.DerivedOf(schema))
        {
            Find(derived, "");
        }
    }

    /// <summary>The finished draft of what a record derives from by the document.</summary>
    private RecordDraft? ParentOf(RecordDraft draft)
    {
        draft.Constants = _inheritance.ConstantsOf(draft.Schema);
        draft.Discriminator = _inheritance.MemberOf(draft.Schema) ?? "";
        if (_inheritance.BaseOf(draft.Schema) is not { } schema || FindObject(schema, "").Type is not { Kind: TypeKind.Record } type)
        {
            return null;
        }

        RecordDraft parent = DraftOf(type);
        Finish(parent);
        return parent;
    }

    /// <summary>The type of a member that tells records apart is that of the base, whatever the values.</summary>
    private TypeUse? Inherited(string member, RecordDraft? parent) =>
        parent is not null && _inheritance.Line(parent.Schema).Any(schema => schema.Discriminator?.PropertyName == member) ? parent.Members.Find(known => known.WireName == member)?.Use : null;

    /// <summary>Derives a record from its base where the members that both have can be of the base's type.</summary>
    private void Derive(RecordDraft draft, RecordDraft? parent, IReadOnlyDictionary<string, TypeUse> uses)
    {
        if (parent is null)
        {
            return;
        }

        bool isOther = parent.Members.Exists(member => !uses.TryGetValue(member.WireName, out TypeUse use) || use.Type is null || !Holds(member.Use.Type!, use.Type));
        if (isOther)
        {
            _diagnostics.ReportAtName(Descriptors.NotEnforced, draft.Schema.Node, "discriminator");
            return;
        }

        draft.Base = parent;
        draft.Values = _inheritance.ValuesTo(draft.Schema, parent.Schema);
        parent.Derived.Add(draft);
    }

    /// <summary>True where values of one type can be had as values of another without loss.</summary>
    private bool Holds(TypeRef wide, TypeRef narrow) => wide == narrow || (wide.Kind, narrow.Kind) switch
    {
        (TypeKind.Json, _) => true,
        (TypeKind.String, TypeKind.Enum) => narrow.Element!.Kind == TypeKind.String,
        (TypeKind.String, _) => narrow is { Form: ValueForm.Usual, Kind: TypeKind.Guid or TypeKind.Uri or TypeKind.DateTimeOffset or TypeKind.DateOnly or TypeKind.TimeOnly or TypeKind.Bytes },
        (TypeKind.Enum, _) => Holds(wide.Element!, narrow),
        (TypeKind.Int64 or TypeKind.Double or TypeKind.Decimal, TypeKind.Int32) or (TypeKind.Decimal, TypeKind.Int64) => narrow.Form == wide.Form,
        (TypeKind.List, TypeKind.List) or (TypeKind.Map, TypeKind.Map) => Holds(wide.Element!, narrow.Element!) && (wide.IsElementNullable || !narrow.IsElementNullable),
        (TypeKind.Map, TypeKind.Record) => wide.Element!.Kind == TypeKind.Json,
        (TypeKind.Record, TypeKind.Record) => _inheritance.Line(DraftOf(narrow).Schema).Contains(DraftOf(wide).Schema),
        _ => false,
    };
}
