using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Parts of a model as short texts, so that a test says in one line what it expects.</summary>
internal static class ModelText
{
    /// <summary>A type as <c>String</c>, <c>List&lt;Int64?&gt;</c> or <c>Pet</c>.</summary>
    public static string Text(this TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"{type.Kind}<{type.Element!.Text()}{(type.IsElementNullable ? "?" : "")}>",
        TypeKind.Record or TypeKind.Union or TypeKind.Enum => type.Name,
        _ => type.Kind.ToString(),
    };

    /// <summary>A member as <c>Id String? required readOnly</c>, <c>Id Optional&lt;String?&gt;</c> <c>Kind String = cat</c> or <c>Limit Int64 default 20</c>.</summary>
    public static string Text(this MemberModel member) =>
        $"{member.Name} {(member.IsPresenceKept ? $"Optional<{member.Type.Text()}?>" : $"{member.Type.Text()}{(member.IsNullable ? "?" : "")}")}{(member.Initial is { } initial ? $" = {initial.Text}" : "")}{(member.Default is { } literal ? $" default {literal.Text}" : "")}{(member.IsRequired ? " required" : "")}{(member.IsReadOnly ? " readOnly" : "")}";

    public static IEnumerable<string> Members(this RecordModel record) => record.Members.Select(Text);

    /// <summary>A result as <c>String?</c>; <c>nothing</c> where no success has a body.</summary>
    public static string Text(this ResultModel result) => result.Type is { } type ? $"{type.Text()}{(result.IsNullable ? "?" : "")}" : "nothing";
}
