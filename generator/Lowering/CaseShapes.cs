using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Says what the values of cases look like in JSON, as far as that tells them apart.</summary>
internal sealed class CaseShapes(IReadOnlyDictionary<string, RecordDraft> records, IReadOnlyDictionary<string, EnumModel> enums)
{
    /// <param name="isInner">True where other unions look at the cases: what tells nothing apart here may do so there.</param>
    public IReadOnlyList<CaseShapeModel?> Of(UnionDraft union, bool isInner)
    {
        List<TypeRef> types = union.Cases.Select(item => item.Type).ToList();
        bool areTextsTold = isInner || types.Count(type => JsonKindOf(type) is "Text" or "") > 1;
        bool areListsTold = isInner || types.Count(type => JsonKindOf(type) is "List" or "") > 1;
        List<RecordDraft> objects = types.Where(type => type.Kind == TypeKind.Record).Select(type => records[type.Name]).ToList();
        bool areObjectsTold = isInner || types.Count(type => JsonKindOf(type) is "Object" or "") > 1;
        return union.Cases.Select(Of).ToList();

        CaseShapeModel? Of(CaseDraft item) =>
            item.Constant is { } constant ? new CaseShapeModel(CaseForm.Texts) { Values = new[] { constant }.ToEquatableArray() }
            : item.Type.Kind == TypeKind.Record ? Object(records[item.Type.Name], areObjectsTold ? objects : null, union.Member, item.Values)
            : Shape(item.Type, areTextsTold, areListsTold);
    }

    private CaseShapeModel Shape(TypeRef type, bool areTextsTold, bool areListsTold) => type.Kind switch
    {
        TypeKind.Boolean => new CaseShapeModel(CaseForm.Boolean),
        _ when type.Form != ValueForm.Usual && JsonKindOf(type) == "Number" => new CaseShapeModel(CaseForm.Number),
        _ when type.Form != ValueForm.Usual => new CaseShapeModel(areTextsTold ? CaseForm.Formatted : CaseForm.Text, type),
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 => new CaseShapeModel(CaseForm.Integer),
        TypeKind.Single or TypeKind.Double or TypeKind.Decimal => new CaseShapeModel(CaseForm.Number),
        TypeKind.List => new CaseShapeModel(CaseForm.List) { Item = areListsTold && type.Element!.Kind != TypeKind.Json ? Shape(type.Element!, areTextsTold: true, areListsTold: true) : null },
        TypeKind.Map => new CaseShapeModel(CaseForm.Map),
        TypeKind.Record => Object(records[type.Name], [], null, []),
        TypeKind.Union => new CaseShapeModel(CaseForm.Union, type),
        TypeKind.Enum when type.Element!.Kind != TypeKind.String => new CaseShapeModel(CaseForm.Integer),
        TypeKind.Enum when areTextsTold && enums.TryGetValue(type.Name, out EnumModel? model) => new CaseShapeModel(CaseForm.Texts) { Values = model.Values.Select(value => value.Text).ToEquatableArray() },
        TypeKind.String or TypeKind.Enum => new CaseShapeModel(CaseForm.Text),
        _ => areTextsTold ? new CaseShapeModel(CaseForm.Formatted, type) : new CaseShapeModel(CaseForm.Text),
    };

    /// <param name="others">The objects it has to be told from; null where its kind tells enough.</param>
    private static CaseShapeModel Object(RecordDraft record, IReadOnlyList<RecordDraft>? others, string? member, IReadOnlyList<string> values) => new(CaseForm.Object)
    {
        KeepsOthers = record.Additional is not null,
        Members = others is null ? default : record.Members.Select(item => new CaseMemberModel(
            item.WireName,
            item.IsRequired && !item.Schema.IsWriteOnly,
            (item.WireName == member ? values : item.IsMixed ? [] : Alternatives.ConstantsOf(item.Schema)).ToEquatableArray(),
            others.Any(other => IsOfOtherKind(item, other)) ? JsonKindOf(item.Use.Type!) : "")).ToEquatableArray(),
    };

    private static bool IsOfOtherKind(MemberDraft member, RecordDraft other) =>
        other.Members.Find(known => known.WireName == member.WireName) is { } same && JsonKindOf(same.Use.Type!) != JsonKindOf(member.Use.Type!);

    /// <summary>The kind of a type's values in JSON, as the runtime names it; empty where there are several.</summary>
    private static string JsonKindOf(TypeRef type) => type.Kind switch
    {
        _ when type.IsReadFromText => "",
        _ when type.Form is ValueForm.Text or ValueForm.HttpDate or ValueForm.Base64Url => "Text",
        _ when type.Form != ValueForm.Usual => "Number",
        TypeKind.Boolean => "Boolean",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Single or TypeKind.Double or TypeKind.Decimal => "Number",
        TypeKind.List => "List",
        TypeKind.Map or TypeKind.Record => "Object",
        TypeKind.Enum => JsonKindOf(type.Element!),
        TypeKind.Union or TypeKind.Json or TypeKind.File or TypeKind.Download => "",
        _ => "Text",
    };
}
