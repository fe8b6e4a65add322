using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes what a record shows of itself where it has secrets: the compiler would print them into every log.</summary>
internal sealed class PrintCode(RecordModel record, Names names)
{
    private readonly IReadOnlyList<MemberModel> _own = record.Members.Where(member => !member.IsInherited).ToList();

    /// <summary>The method that the compiler writes in other records; empty where the record has no secret of its own.</summary>
    public CodeText Method() => !_own.Any(member => member.IsSecret) ? CodeText.Empty : CodeText.Of($$"""
        /// <summary>Prints the members without what must not be shown.</summary>
        {{Access()}} bool PrintMembers({{names["StringBuilder"]}} builder)
        {
            {{(record.BaseName.Length > 0 ? CodeText.Of($"if (base.PrintMembers(builder)) builder.Append(\", \");") : CodeText.Empty)}}
            builder.Append($"{{CodeText.List(Members())}}");
            return true;
        }
        """);

    private CodeText Access() => record.BaseName.Length > 0 ? CodeText.Of($"protected override")
        : record.Derived.Count > 0 ? CodeText.Of($"protected virtual")
        : CodeText.Of($"private");

    private IReadOnlyList<CodeText> Members() =>
    [
        .. _own.Select(member => member.IsSecret ? CodeText.Of($"{CodeText.Identifier(member.Name)} = ***") : Shown(CodeText.Identifier(member.Name))),
        .. record.Additional is null || record.BaseName.Length > 0 ? Array.Empty<CodeText>() : [Shown(CodeText.Of($"AdditionalProperties"))],
    ];

    private static CodeText Shown(CodeText name) => CodeText.Of($$"""{{name}} = {{{name}}}""");
}
