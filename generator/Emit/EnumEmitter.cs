using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes an open enumeration: a struct over the value that is sent, with the known values as properties.</summary>
internal sealed class EnumEmitter
{
    private readonly EnumModel _enum;
    private readonly Names _names;
    private readonly CodeText _name;
    private readonly CodeText _type;
    private readonly bool _isText;

    public EnumEmitter(EnumModel model, Names names)
    {
        _enum = model;
        _names = names;
        _name = CodeText.Identifier(model.Name);
        _type = _names.Of(model.ValueType);
        _isText = model.ValueType.Kind == TypeKind.String;
    }

    public CodeText Code() => CodeText.Of($$"""
        {{DocEmitter.Summary(_enum.Description)}}
        {{(_enum.IsDeprecated ? DocEmitter.Deprecated : CodeText.Empty)}}
        {{new JsonCode(_names).Attribute(_name)}}
        {{_names.Access}} readonly record struct {{_name}}({{_type}} Value) : {{_names["IOpenEnum"]}}<{{_name}}, {{_type}}>
        {
            {{CodeText.Lines(_enum.Values.Select(Value))}}

            public static implicit operator {{_name}}({{_type}} value) => new(value);

            public override string ToString() => {{(_isText ? CodeText.Of($"Value ?? \"\"") : CodeText.Of($"Value.ToString({_names["CultureInfo"]}.InvariantCulture)"))}};
        }
        """);

    private CodeText Value(EnumValueModel value) => CodeText.Of($$"""
        {{DocEmitter.Summary(value.Description, DocText.WireName(value.Text, value.Name))}}
        public static {{_name}} {{CodeText.Identifier(value.Name)}} => {{LiteralCode.Of(_enum.ValueType.Kind, value.Text)}};
        """);
}
