using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>
/// Writes what reads and writes a record as JSON. Reading is a constructor, because only there can members be set one by one; it
/// finds a member's number by its name, and a switch sets the member.
/// </summary>
internal sealed class RecordJsonCode(RecordModel record, Names names, JsonCode json)
{
    /// <summary>A line of names is not longer than one can read.</summary>
    private const int MaxNamesLength = 120;

    private readonly CodeText _name = CodeText.Identifier(record.Name);

    /// <summary>The members that JSON carries.</summary>
    private readonly IReadOnlyList<MemberModel> _members = record.Members.Where(member => member.IsInJson).ToList();

    /// <summary>Those members as reading numbers them: the required ones first.</summary>
    private readonly IReadOnlyList<MemberModel> _numbered = record.Members.Where(member => member.IsInJson).OrderBy(member => !member.IsRequired).ToList();

    /// <summary>The field behind a property with a default.</summary>
    public static CodeText Field(MemberModel member) => CodeText.Identifier($"_{member.Variable}");

    public IEnumerable<CodeText> Members() =>
    [
        CodeText.Of($"private static readonly {names["JsonMembers"]} s_members = {Table()};"),
        Constructor(),
        Read(),
        Write("WriteMembers", asRequest: false),
        record.HasRequestForm ? Write("WriteRequestMembers", asRequest: true) : CodeText.Empty,
    ];

    private CodeText Read() => !record.Derived.Any(derived => derived.Values.Count > 0)
        ? CodeText.Of($"static {_name} {json.Interface(_name)}.Read(ref {names["Utf8JsonReader"]} reader) => new(ref reader);")
        : CodeText.Of($$"""
            static {{_name}} {{json.Interface(_name)}}.Read(ref {{names["Utf8JsonReader"]}} reader) => {{json.Source}}.TextOfMember({{CodeText.Literal(record.Discriminator)}}u8) switch
            {
                {{CodeText.Lines(record.Derived.Where(derived => derived.Values.Count > 0).Select(derived => CodeText.Of($"{CodeText.Alternatives(derived.Values.Select(CodeText.Literal))} => {json.Read(derived.Type)},")))}}
                _ => new {{_name}}(ref reader),
            };
            """);

    private CodeText Table()
    {
        CodeText required = WireNames(member => member.IsRequired);
        CodeText optional = WireNames(member => !member.IsRequired);
        return required.ToString().Length + optional.ToString().Length <= MaxNamesLength
            ? CodeText.Of($"new({required}, {optional})")
            : CodeText.Of($"""
                new(
                    {required},
                    {optional})
                """);
    }

    /// <summary>The names of some members in JSON as an array, on as many lines as it takes.</summary>
    private CodeText WireNames(Func<MemberModel, bool> isMeant)
    {
        List<CodeText> lines = [];
        List<CodeText> line = [];
        foreach (MemberModel member in _members.Where(isMeant))
        {
            CodeText name = CodeText.Literal(member.WireName);
            if (line.Count > 0 && line.Sum(item => item.ToString().Length + 2) + name.ToString().Length > MaxNamesLength)
            {
                lines.Add(CodeText.Of($"{CodeText.List(line)},"));
                line = [];
            }

            line.Add(name);
        }

        return CodeText.Of($"[{CodeText.Lines([.. lines, CodeText.List(line)])}]");
    }

    private CodeText Constructor() => CodeText.Of($$"""
        {{(_members.Any(member => member.IsRequired) ? CodeText.Of($"[{names["SetsRequiredMembers"]}]") : CodeText.Empty)}}
        private {{_name}}(ref {{names["Utf8JsonReader"]}} reader) : this()
        {
            {{CodeText.Statements(
            [
                AdditionalVariable(),
                CodeText.Of($"{names["JsonMemberReader"]} members = new(s_members);"),
                Loop(),
                record.Additional is null ? CodeText.Empty : CodeText.Of($"AdditionalProperties = additional;"),
            ])}}
        }
        """);

    private CodeText Loop()
    {
        CodeText other = record.Additional is { } additional
            ? CodeText.Of($"{json.Source}.AddMember(ref additional, {json.Reader(additional, record.IsAdditionalNullable)});")
            : CodeText.Empty;
        CodeText loop = CodeText.Of($"while (members.{(other.IsEmpty ? CodeText.Of($"Next") : CodeText.Of($"NextOrOther"))}(ref reader))");
        return (_members.Count, other.IsEmpty) switch
        {
            (0, _) => CodeText.Of($$"""
                {{loop}}
                {
                    {{other}}
                }
                """),
            (1, true) => CodeText.Of($"{loop} {Assignment(_members[0])};"),
            _ => CodeText.Of($$"""
                {{loop}} switch (members.Index)
                {
                    {{CodeText.Lines(_numbered.Select(Case))}}
                    {{(other.IsEmpty ? CodeText.Empty : CodeText.Of($"default: {other} break;"))}}
                }
                """),
        };
    }

    private CodeText AdditionalVariable() => record.Additional is { } additional
        ? CodeText.Of($"{names["Dictionary"]}<string, {names.Of(additional, record.IsAdditionalNullable)}>? additional = null;")
        : CodeText.Empty;

    private CodeText Case(MemberModel member, int index) => CodeText.Of($"case {CodeText.Number(index)}: {Assignment(member)}; break;");

    private CodeText Assignment(MemberModel member)
    {
        CodeText name = CodeText.Identifier(member.Name);
        if (member is { Default: not null, IsNullable: false })
        {
            return CodeText.Of($"{Field(member)} = {Field(member)}.Or({json.ReadOrNull(member.Type)})");
        }

        CodeText value = member switch
        {
            { IsPresenceKept: true } => CodeText.Of($"new({json.ReadOrNull(member.Type)})"),
            { Initial: not null } => CodeText.Of($"{json.ReadOrNull(member.Type)} ?? {name}"),
            { IsOptional: true } => json.ReadOrNull(member.Type),

            // What an enumeration is sent as converts to it.
            { Type: { Kind: TypeKind.Enum, Element: { } sent } } => json.Read(sent),
            _ => json.Read(member.Type),
        };
        return CodeText.Of($"{name} = {value}");
    }

    private CodeText Write(string method, bool asRequest)
    {
        CodeText head = CodeText.Of($"void {names["IJsonObject"]}.{CodeText.Identifier(method)}({names["Utf8JsonWriter"]} writer)");
        IReadOnlyList<CodeText> statements =
        [
            .. _members.Where(member => !(asRequest && member.IsReadOnly)).Select(member => WriteMember(member, asRequest)),
            .. record.Additional is { } additional ? [WriteAdditional(additional, asRequest)] : Array.Empty<CodeText>(),
        ];
        return statements.Count == 1 && _members.All(member => member.Default is null) ? CodeText.Of($"{head} => {statements[0]}") : CodeText.Of($$"""
            {{head}}
            {
                {{CodeText.Lines(statements)}}
            }
            """);
    }

    private CodeText WriteMember(MemberModel member, bool asRequest)
    {
        CodeText value = CodeText.Identifier(member.Name);
        return member switch
        {
            { IsPresenceKept: true, Default: not null } => CodeText.Of($"if ({value}.HasValue) {json.WriteMember(member.WireName, member.Type, CodeText.Of($"{value}.Value"), CodeText.Flag(true), asRequest)}"),
            { Default: not null } => CodeText.Of($"if ({Field(member)}.IsSet) {json.WriteMember(member.WireName, member.Type, value, member.IsNullable ? CodeText.Flag(true) : CodeText.Empty, asRequest)}"),
            { IsPresenceKept: true } => json.WriteMember(member.WireName, member.Type, CodeText.Of($"{value}.Value"), CodeText.Of($"{value}.HasValue"), asRequest),
            { IsRequired: true, IsNullable: true, Type.Kind: not TypeKind.Json } => json.WriteMember(member.WireName, member.Type, value, CodeText.Flag(true), asRequest),
            _ => json.WriteMember(member.WireName, member.Type, value, CodeText.Empty, asRequest),
        };
    }

    private CodeText WriteAdditional(TypeRef additional, bool asRequest) =>
        CodeText.Of($"{json.Target}.Members(AdditionalProperties, {json.Writer(additional, record.IsAdditionalNullable, asRequest)});");
}
