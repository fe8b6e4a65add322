using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes a record and, beside it, the code that reads and writes it as JSON, or sends it as a form.</summary>
internal sealed class RecordEmitter
{
    private readonly RecordModel _record;
    private readonly Names _names;
    private readonly JsonCode _json;
    private readonly CodeText _name;

    /// <summary>The members that JSON carries.</summary>
    private readonly IReadOnlyList<MemberModel> _inJson;

    private RecordEmitter(FileModel file, RecordModel record)
    {
        _record = record;
        _names = new Names(file);
        _json = new JsonCode(_names);
        _name = CodeText.Identifier(record.Name);
        _inJson = record.Members.Where(member => member.IsInJson).ToList();
    }

    public static EmittedFile Emit(FileModel file, RecordModel record)
    {
        RecordEmitter emitter = new(file, record);
        bool usesDeprecated = record.Members.Any(member => member is { IsDeprecated: true, IsRequired: false });
        return SourceFileEmitter.Emit(file, record.Name, $"{file.Document}#{record.Pointer}", CodeText.Paragraphs(emitter.Record(), record.HasJson ? emitter.Json() : CodeText.Empty, emitter.Form()), emitter._names, usesDeprecated);
    }

    private CodeText Record() => CodeText.Of($$"""
        {{DocEmitter.Summary(_record.Description, CodeText.Of($"The schema {DocText.Code($"#{_record.Pointer}")}."))}}
        {{(_record.IsDeprecated ? DocEmitter.Deprecated : CodeText.Empty)}}
        {{(_record.HasJson ? CodeText.Of($"[{_names["JsonConverter"]}(typeof({_name}Json.Converter))]") : CodeText.Empty)}}
        public sealed partial record {{_name}}
        {
            {{CodeText.Paragraphs([.. _record.Members.Select(Member), AdditionalMember(), _record.HasJson ? _json.TypeInfo(_name) : CodeText.Empty])}}
        }
        """);

    private CodeText Member(MemberModel member)
    {
        CodeText required = member.IsRequired ? CodeText.Of($"required ") : CodeText.Empty;
        CodeText type = member.IsRequired ? _names.Of(member.Type, member.IsNullable) : _names.Optional(member.Type);
        return CodeText.Of($$"""
            {{DocEmitter.Summary(member.Description, CodeText.Of($"The member {DocText.Code(member.WireName)}."), member.Notes)}}
            {{Deprecated(member)}}
            public {{required}}{{type}} {{CodeText.Identifier(member.Name)}} { get; init; }
            """);
    }

    private CodeText AdditionalMember() => _record.Additional is null ? CodeText.Empty : CodeText.Of($$"""
        /// <summary>The members that have no property of their own; null where there are none.</summary>
        public {{_names["IReadOnlyDictionary"]}}<string, {{_names.Of(_record.Additional, _record.IsAdditionalNullable)}}>? AdditionalProperties { get; init; }
        """);

    private CodeText Form() => _record.FormName.Length > 0 ? new FormCode(_record, _names).Class() : CodeText.Empty;

    private CodeText Json() => _json.Class(_name, Read(), Write("Write", asRequest: false), _record.HasRequestForm ? Write("WriteRequest", asRequest: true) : CodeText.Empty);

    private CodeText Read() => CodeText.Of($$"""
        internal static {{_name}} Read(ref {{_names["Utf8JsonReader"]}} reader)
        {
            {{CodeText.Lines(_inJson.SelectMany(Variables).Concat(AdditionalVariable()))}}

            {{_names["JsonRead"]}}.StartObject(ref reader);
            while ({{_names["JsonRead"]}}.NextMember(ref reader))
            {
                {{ReadMembers()}}
            }

            return new {{_name}}
            {
                {{CodeText.Lines(_inJson.Select(Initializer).Concat(AdditionalInitializer()))}}
            };
        }
        """);

    private IEnumerable<CodeText> Variables(MemberModel member)
    {
        CodeText variable = CodeText.Identifier(member.Variable);
        yield return CodeText.Of($"{_names.Optional(member.Type)} {variable} = null;");
        if (IsPresenceTold(member))
        {
            yield return CodeText.Of($"bool {CodeText.Identifier(member.PresenceVariable)} = false;");
        }
    }

    private static bool IsPresenceTold(MemberModel member) => member.PresenceVariable.Length > 0;

    private IEnumerable<CodeText> AdditionalVariable()
    {
        if (_record.Additional is { } additional)
        {
            yield return CodeText.Of($"{_names["Dictionary"]}<string, {_names.Of(additional, _record.IsAdditionalNullable)}>? additional = null;");
        }
    }

    private CodeText ReadMembers()
    {
        CodeText unknown = _record.Additional is { } additional
            ? CodeText.Of($"{_names["JsonRead"]}.AddMember(ref reader, ref additional, {_json.Reader(additional, _record.IsAdditionalNullable)});")
            : CodeText.Of($"{_names["JsonRead"]}.SkipMember(ref reader);");
        if (_inJson.Count == 0)
        {
            return unknown;
        }

        List<CodeText> branches = [];
        foreach (MemberModel member in _inJson)
        {
            CodeText keyword = branches.Count == 0 ? CodeText.Of($"if") : CodeText.Of($"else if");
            CodeText told = IsPresenceTold(member) ? CodeText.Of($"{CodeText.Identifier(member.PresenceVariable)} = true;") : CodeText.Empty;
            CodeText value = member.IsOptional ? _json.ReadOrNull(member.Type) : _json.Read(member.Type);
            branches.Add(CodeText.Of($$"""
                {{keyword}} ({{_names["JsonRead"]}}.IsMember(ref reader, {{CodeText.Literal(member.WireName)}}u8))
                {
                    {{told}}
                    {{CodeText.Identifier(member.Variable)}} = {{value}};
                }
                """));
        }

        branches.Add(CodeText.Of($$"""
            else
            {
                {{unknown}}
            }
            """));
        return CodeText.Lines(branches);
    }

    private CodeText Initializer(MemberModel member)
    {
        CodeText name = CodeText.Identifier(member.Name);
        CodeText variable = CodeText.Identifier(member.Variable);
        CodeText missing = CodeText.Of($"throw {_names["JsonRead"]}.Missing({CodeText.Literal(member.WireName)})");
        return member switch
        {
            _ when IsPresenceTold(member) => CodeText.Of($"{name} = {CodeText.Identifier(member.PresenceVariable)} ? {variable} : {missing},"),
            { IsRequired: true } => CodeText.Of($"{name} = {variable} ?? {missing},"),
            _ => CodeText.Of($"{name} = {variable},"),
        };
    }

    private IEnumerable<CodeText> AdditionalInitializer()
    {
        if (_record.Additional is not null)
        {
            yield return CodeText.Of($"AdditionalProperties = additional,");
        }
    }

    private CodeText Write(string method, bool asRequest) => CodeText.Of($$"""
        {{(asRequest ? CodeText.Of($"// Without the members that only the service sets.") : CodeText.Empty)}}
        internal static void {{CodeText.Identifier(method)}}({{_names["Utf8JsonWriter"]}} writer, {{_name}} value)
        {
            {{CodeText.Statements(
            [
                CodeText.Of($"writer.WriteStartObject();"),
                .. _inJson.Where(member => !(asRequest && member.IsReadOnly)).Select(member => WriteMember(member, asRequest)),
                WriteAdditional(asRequest),
                CodeText.Of($"writer.WriteEndObject();"),
            ])}}
        }
        """);

    private CodeText WriteMember(MemberModel member, bool asRequest)
    {
        CodeText value = CodeText.Of($"value.{CodeText.Identifier(member.Name)}");
        bool canBeNull = member.IsRequired ? member.IsNullable && member.Type.Kind != TypeKind.Json : true;
        if (!canBeNull)
        {
            return _json.WriteMember(member.WireName, member.Type, value, asRequest);
        }

        CodeText variable = CodeText.Identifier(member.Variable);
        CodeText otherwise = member.IsRequired
            ? CodeText.Of($$"""
                else
                {
                    writer.WriteNull({{CodeText.Literal(member.WireName)}}u8);
                }
                """)
            : CodeText.Empty;
        return CodeText.Of($$"""
            if ({{value}} is { } {{variable}})
            {
                {{_json.WriteMember(member.WireName, member.Type, variable, asRequest)}}
            }
            {{otherwise}}
            """);
    }

    private CodeText WriteAdditional(bool asRequest) => _record.Additional is not { } additional
        ? CodeText.Empty
        : CodeText.Of($"{_names["JsonWrite"]}.Members(writer, value.AdditionalProperties, {_json.Writer(additional, _record.IsAdditionalNullable, asRequest)});");

    /// <summary>Who must set a member cannot be told not to (CS9042), so a required one is only documented as deprecated.</summary>
    private CodeText Deprecated(MemberModel member) =>
        !member.IsDeprecated ? CodeText.Empty
        : member.IsRequired ? DocEmitter.Deprecated
        : _names.Obsolete;
}
