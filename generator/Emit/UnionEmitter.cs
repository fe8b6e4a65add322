using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes a union: a closed record with a nested one for each case, with the code that reads and writes it as JSON.</summary>
internal sealed class UnionEmitter
{
    private readonly UnionModel _union;
    private readonly Names _names;
    private readonly JsonCode _json;
    private readonly CodeText _name;
    private readonly CodeText _unknown;

    public UnionEmitter(UnionModel union, Names names)
    {
        _union = union;
        _names = names.Within([.. union.Cases.Select(item => item.Name), union.UnknownName]);
        _json = new JsonCode(_names);
        _name = CodeText.Identifier(union.Name);
        _unknown = CodeText.Identifier(union.UnknownName);
    }

    public CodeText Code() => CodeText.Of($$"""
        {{DocEmitter.Summary(_union.Description)}}
        /// <remarks>One of its nested records, told apart by {{(IsByMember ? CodeText.Of($"the member {DocText.Code(_union.Member)}") : CodeText.Of($"what they look like"))}}.{{(_union.IsDeprecated ? CodeText.Of($" The document marks this as deprecated.") : CodeText.Empty)}}</remarks>
        {{_json.Attribute(_name)}}
        {{_names.Access}} abstract partial record {{_name}} : {{_names["IJsonUnion"]}}<{{_name}}>
        {
            private protected {{_name}}() { }

            {{CodeText.Paragraphs([CodeText.Members(_union.Cases.Select(Case)), Unknown(), CodeText.Lines(_union.Cases.Where(item => item.IsConvertible).Select(Conversion)), .. Json()])}}
        }
        """);

    private bool IsByMember => _union.Member.Length > 0;

    private CodeText Case(UnionCaseModel item)
    {
        CodeText name = CodeText.Identifier(item.Name);
        CodeText constant = item.Constant is { } only ? CodeText.Of($" = {CodeText.Literal(only)}") : CodeText.Empty;

        // What a type of its own is, it says itself.
        string description = item.Type.Kind is TypeKind.Record or TypeKind.Union or TypeKind.Enum ? "" : item.Description;
        return CodeText.Of($"""
            {DocEmitter.Summary(description, Decided(item))}
            public sealed record {name}({_names.Of(item.Type)} Value{constant}) : {_name};
            """);
    }

    /// <summary>The values that decide for a case, unless they are its name.</summary>
    private CodeText Decided(UnionCaseModel item) => item.Values.All(value => DocText.WireName(value, item.Name).IsEmpty) ? DocText.WireName(item.Constant ?? item.Name, item.Name)
        : CodeText.Of($"{DocText.Code(_union.Member)} is {Values(item)}.");

    private CodeText Unknown() => CodeText.Of($"""
        /// <summary>A value that the document does not know, kept as it is.</summary>
        public sealed record {_unknown}({_names["RawJson"]} Json) : {_name};
        """);

    private CodeText Conversion(UnionCaseModel item) =>
        CodeText.Of($"public static implicit operator {_name}({_names.Of(item.Type)} value) => new {CodeText.Identifier(item.Name)}(value);");

    private IEnumerable<CodeText> Json() => [Shapes(), Read(), Write("WriteCase", asRequest: false), _union.HasRequestForm ? Write("WriteRequestCase", asRequest: true) : CodeText.Empty];

    private CodeText Shapes() => _union.HasShapes ? new CaseCode(_union, _names).Cases() : CodeText.Empty;

    private CodeText Read()
    {
        CodeText found = IsByMember ? CodeText.Of($"{_json.Source}.TextOfMember({CodeText.Literal(_union.Member)}u8)") : CodeText.Of($"Cases.Find(reader)");
        return CodeText.Of($$"""
            static {{_name}} {{_json.Interface(_name)}}.Read(ref {{_names["Utf8JsonReader"]}} reader) => {{found}} switch
            {
                {{CodeText.Lines(_union.Cases.Select((item, index) => CodeText.Of($"{(IsByMember ? Pattern(item) : CodeText.Number(index))} => {Make(item)},")))}}
                _ => {{Otherwise()}},
            };
            """);
    }

    /// <summary>What a case holds converts to the union by itself. Without the case of what is unknown the arms of the switch could have a type of their own in common, and would convert to that.</summary>
    private CodeText Make(UnionCaseModel item) => item.IsConvertible && _union.DefaultName.Length == 0 ? _json.Read(item.Type) : CodeText.Of($"new {CodeText.Identifier(item.Name)}({_json.Read(item.Type)})");

    private CodeText Otherwise() => _union.Cases.FirstOrDefault(item => item.Name == _union.DefaultName) is { } other ? Make(other) : CodeText.Of($"new {_unknown}({_json.Source}.Element())");

    private CodeText Write(string method, bool asRequest) => CodeText.Of($$"""
        void {{_names["IJsonUnion"]}}.{{CodeText.Identifier(method)}}({{_names["Utf8JsonWriter"]}} writer)
        {
            switch (this)
            {
                {{CodeText.Lines(_union.Cases.Select(item => WriteCase(CodeText.Identifier(item.Name), Write(item, asRequest))))}}
                {{WriteCase(_unknown, CodeText.Of($"{_json.Target}.Element(item.Json)"))}}
            }
        }
        """);

    private CodeText Write(UnionCaseModel item, bool asRequest)
    {
        if (item.Tag is not { } tag)
        {
            return _json.Write(item.Type, CodeText.Of($"item.Value"), asRequest);
        }

        CodeText value = CodeText.Literal(tag.Value);
        if (tag.MemberName.Length == 0)
        {
            return CodeText.Of($"{_json.Target}.{(asRequest && item.Type.HasRequestForm ? CodeText.Of($"TaggedRequest") : CodeText.Of($"Tagged"))}({CodeText.Literal(_union.Member)}, {value}, item.Value)");
        }

        CodeText member = CodeText.Identifier(tag.MemberName);
        return _json.Write(item.Type, CodeText.Of($"item.Value with {{ {member} = item.Value.{member} ?? {value} }}"), asRequest);
    }

    private CodeText WriteCase(CodeText name, CodeText write) => CodeText.Of($"""
        case {name} item: {write}; break;
        """);

    private static CodeText Pattern(UnionCaseModel item) => CodeText.Alternatives(item.Values.Select(CodeText.Literal));

    private static CodeText Values(UnionCaseModel item) => CodeText.Alternatives(item.Values.Select(DocText.Code));
}
