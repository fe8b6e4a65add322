using System.Globalization;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides what members hold before anybody sets them.</summary>
internal static class MemberValues
{
    /// <summary>The constant of a member that must be there, so that nobody has to say it.</summary>
    public static LiteralModel? Initial(MemberDraft member, RecordDraft draft)
    {
        if (member.Use.IsNullable || member.IsMixed || (member.Schema.IsReadOnly && draft.IsSent))
        {
            return null;
        }

        if (draft.Constants.TryGetValue(member.WireName, out string? constant))
        {
            return OfDiscriminator(constant, member.Use.Type!);
        }

        return member.IsRequired && !IsDiscriminator(member, draft) && Constant(member.Schema) is { } value ? Literal(value, member.Use.Type!) : null;
    }

    /// <summary>
    /// What a member that may be missing from what is received reads as then. What is only sent has none: the service has its own,
    /// and may change it.
    /// </summary>
    public static LiteralModel? DefaultOf(MemberDraft member, RecordDraft draft) =>
        member.IsMixed || draft.Form is not null || (draft.IsSent && !draft.IsReceived) || IsDiscriminator(member, draft) || Default(member.Schema) is not { } value ? null : Literal(value, member.Use.Type!);

    /// <summary>The default of a schema, or of the one that it refers to; null where there is none.</summary>
    public static Node? Default(Schema schema) => schema.Mapping?["default"] ?? BinarySchema.Bare(schema).Mapping?["default"];

    /// <summary>The value of a discriminator; null where the member's type has no such value.</summary>
    public static LiteralModel? OfDiscriminator(string value, TypeRef type) => type.Kind switch
    {
        _ when type.Form != ValueForm.Usual => null,
        TypeKind.Enum => OfDiscriminator(value, type.Element!),
        TypeKind.String => new LiteralModel(TypeKind.String, value),
        TypeKind.Int32 or TypeKind.Int64 => int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? new LiteralModel(type.Kind, number.ToString(CultureInfo.InvariantCulture)) : null,
        _ => null,
    };

    /// <summary>The only value of a schema; null where there is none or more than one.</summary>
    public static Node? Constant(Schema schema) => BinarySchema.Bare(schema).Literals is { Count: 1 } literals ? literals[0] : null;

    /// <summary>True where null and absence are two things that a request can say.</summary>
    public static bool IsPresenceKept(MemberDraft member, RecordDraft draft, bool isRequired) =>
        draft is { IsSent: true, Form: null } && !isRequired && member.Use is { IsNullable: true, Type.Kind: not TypeKind.Json } && !member.Schema.IsReadOnly;

    /// <summary>A base does not know which of those that derive from it a value is, where the value does not say.</summary>
    private static bool IsDiscriminator(MemberDraft member, RecordDraft draft) => draft.Derived.Count > 0 && member.WireName == draft.Discriminator;

    private static LiteralModel? Literal(Node value, TypeRef type) => (type, value) switch
    {
        ({ Form: not ValueForm.Usual }, _) => null,
        ({ Kind: TypeKind.Enum }, _) => Literal(value, type.Element!),
        ({ Kind: TypeKind.List }, SequenceNode { Items.Count: 0 }) => new LiteralModel(TypeKind.List, ""),
        (_, ScalarNode { Kind: not ScalarKind.Null } scalar) => Text(scalar, type.Kind) is { } text ? new LiteralModel(type.Kind, text) : null,
        _ => null,
    };

    /// <summary>A scalar in the spelling of its type; null where it is of another, which is no default then.</summary>
    private static string? Text(ScalarNode scalar, TypeKind kind) => kind switch
    {
        TypeKind.String => scalar.Text,
        TypeKind.Boolean => scalar.Kind == ScalarKind.Boolean ? scalar.Text.ToLowerInvariant() : null,
        _ => NumberText.Of(scalar.Text, kind),
    };
}
