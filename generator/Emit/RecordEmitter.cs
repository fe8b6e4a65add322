using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes a record with the code that reads and writes it as JSON, and beside it what sends it as a form.</summary>
internal sealed class RecordEmitter
{
    private readonly RecordModel _record;
    private readonly Names _names;
    private readonly JsonCode _json;
    private readonly CodeText _name;

    public RecordEmitter(RecordModel record, Names names)
    {
        _record = record;
        _names = names;
        _json = new JsonCode(_names);
        _name = CodeText.Identifier(record.Name);
    }

    public CodeText Code() => CodeText.Paragraphs(Record(), Form());

    /// <summary>What compilers must not warn of where the record is written.</summary>
    public static CompilerWarnings Warnings(RecordModel record)
    {
        bool usesDeprecated = record.Members.Any(member => member is { IsDeprecated: true, IsRequired: false });
        bool readsRequired = record.HasJson && record.Members.Any(member => member is { IsRequired: true, IsNullable: false, Type.IsValueType: false });
        return (usesDeprecated ? CompilerWarnings.Deprecated : CompilerWarnings.None) | (readsRequired ? CompilerWarnings.Unset : CompilerWarnings.None);
    }

    private CodeText Record() => CodeText.Of($$"""
        {{DocEmitter.Summary(_record.Description)}}
        {{(_record.IsDeprecated ? DocEmitter.Deprecated : CodeText.Empty)}}
        {{(_record.HasJson ? _json.Attribute(_name) : CodeText.Empty)}}
        {{_names.Access}} {{(_record.Derived.Count > 0 ? CodeText.Empty : CodeText.Of($"sealed "))}}partial record {{_name}}{{(_record.HasJson ? Bases() : CodeText.Empty)}}
        {
            {{CodeText.Paragraphs([Fields(), CodeText.Members([.. _record.Members.Where(member => !member.IsInherited).Select(Member), AdditionalMember()]), Constructor(), new PrintCode(_record, _names).Method(), .. _record.HasJson ? new RecordJsonCode(_record, _names, _json).Members() : []])}}
        }
        """);

    private CodeText Bases()
    {
        CodeText parameters = _record.Constants.Count > 0 ? CodeText.Empty : CodeText.Of($"()");
        CodeText ancestor = _record.BaseName.Length > 0 ? CodeText.Of($"{CodeText.Identifier(_record.BaseName)}, ") : CodeText.Empty;
        return CodeText.Of($"{parameters} : {ancestor}{_names["IJsonObject"]}<{_name}>");
    }

    /// <summary>Makes a record with what tells it from others of its base.</summary>
    private CodeText Constructor() => _record.Constants.Count == 0 ? CodeText.Empty : CodeText.Of($$"""
        /// <summary>Makes one with {{CodeText.List(_record.Constants.Select(constant => CodeText.Of($"{DocText.Code(constant.Value.Text)} as {DocText.Code(constant.WireName)}")))}}.</summary>
        public {{_name}}()
        {
            {{CodeText.Lines(_record.Constants.Select(constant => CodeText.Of($"{CodeText.Identifier(constant.Name)} = {LiteralCode.Of(constant.Value)};")))}}
        }
        """);

    /// <summary>What properties with a default hold; what derives from the record writes them too.</summary>
    private CodeText Fields()
    {
        CodeText access = _record.Derived.Count > 0 ? CodeText.Of($"private protected") : CodeText.Of($"private");
        return CodeText.Lines(_record.Members
            .Where(member => member is { IsInherited: false, IsPresenceKept: false, Default: not null })
            .Select(member => CodeText.Of($"{access} {_names["Defaulted"]}<{Type(member)}> {RecordJsonCode.Field(member)} = new({LiteralCode.Of(member.Default!)});")));
    }

    private CodeText Member(MemberModel member)
    {
        CodeText required = member.IsRequired ? CodeText.Of($"required ") : CodeText.Empty;
        CodeText accessors = member switch
        {
            { Initial: { } literal } => CodeText.Of($$"""{ get; init; } = {{LiteralCode.Of(literal)}};"""),
            { IsPresenceKept: true, Default: { } literal } => CodeText.Of($$"""{ get; init; } = new({{LiteralCode.Of(literal)}}, hasValue: false);"""),
            { Default: not null } => CodeText.Of($$"""{ get => {{RecordJsonCode.Field(member)}}.Value; init => {{RecordJsonCode.Field(member)}} = new(value, isSet: true); }"""),
            _ => CodeText.Of($$"""{ get; init; }"""),
        };
        return CodeText.Of($$"""
            {{DocEmitter.Summary(member.Description, DocText.WireName(member.WireName, member.Name), member.Notes)}}
            {{Deprecated(member)}}
            public {{required}}{{Type(member)}} {{CodeText.Identifier(member.Name)}} {{accessors}}
            """);
    }

    private CodeText Type(MemberModel member) => member switch
    {
        { IsPresenceKept: true } => CodeText.Of($"{_names["Optional"]}<{_names.Optional(member.Type)}>"),
        { IsRequired: true } => _names.Of(member.Type, member.IsNullable),
        { IsOptional: true } => _names.Optional(member.Type),
        _ => _names.Of(member.Type),
    };

    private CodeText AdditionalMember() => _record.Additional is null || _record.BaseName.Length > 0 ? CodeText.Empty : CodeText.Of($$"""
        /// <summary>The members that have no property of their own; null where there are none.</summary>
        public {{_names["IReadOnlyDictionary"]}}<string, {{_names.Of(_record.Additional, _record.IsAdditionalNullable)}}>? AdditionalProperties { get; init; }
        """);

    private CodeText Form() => _record.FormName.Length > 0 ? new FormCode(_record, _names).Class() : CodeText.Empty;

    /// <summary>Who must set a member cannot be told not to (CS9042), so a required one is only documented as deprecated.</summary>
    private CodeText Deprecated(MemberModel member) =>
        !member.IsDeprecated ? CodeText.Empty
        : member.IsRequired ? DocEmitter.Deprecated
        : _names.Obsolete;
}
