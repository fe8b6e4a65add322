using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes an open enumeration: a struct over the value that is sent, with the known values as properties.</summary>
internal sealed class EnumEmitter
{
    private readonly EnumModel _enum;
    private readonly Names _names;
    private readonly JsonCode _json;
    private readonly CodeText _name;
    private readonly CodeText _type;
    private readonly bool _isText;

    private EnumEmitter(FileModel file, EnumModel model)
    {
        _enum = model;
        _names = new Names(file);
        _json = new JsonCode(_names);
        _name = CodeText.Identifier(model.Name);
        _type = _names.Of(model.ValueType);
        _isText = model.ValueType.Kind == TypeKind.String;
    }

    public static EmittedFile Emit(FileModel file, EnumModel model)
    {
        EnumEmitter emitter = new(file, model);
        return SourceFileEmitter.Emit(file, model.Name, $"{file.Document}#{model.Pointer}", CodeText.Paragraphs(emitter.Struct(), emitter.Json()), emitter._names);
    }

    private CodeText Struct() => CodeText.Of($$"""
        {{DocEmitter.Summary(_enum.Description, CodeText.Of($"The values of {DocText.Code($"#{_enum.Pointer}")}."))}}
        /// <remarks>Open: values that the document does not know are kept as they are.{{(_enum.IsDeprecated ? CodeText.Of($" The document marks this as deprecated.") : CodeText.Empty)}}</remarks>
        /// <param name="Value">The value as it is sent.</param>
        [{{_names["JsonConverter"]}}(typeof({{_name}}Json.Converter))]
        public readonly record struct {{_name}}({{_type}} Value)
        {
            {{CodeText.Paragraphs(_enum.Values.Select(Value))}}

            {{_json.TypeInfo(_name)}}

            /// <summary>Takes any value, also one that the document does not know.</summary>
            /// <param name="value">The value as it is sent.</param>
            public static implicit operator {{_name}}({{_type}} value) => new(value);

            /// <summary>The value as it is sent.</summary>
            /// <returns>The text of <see cref="Value"/>.</returns>
            public override string ToString() => {{(_isText ? CodeText.Of($"Value ?? \"\"") : CodeText.Of($"Value.ToString({_names["CultureInfo"]}.InvariantCulture)"))}};
        }
        """);

    private CodeText Value(EnumValueModel value) => CodeText.Of($$"""
        /// <summary>The value {{DocText.Code(value.Text)}}.</summary>
        public static {{_name}} {{CodeText.Identifier(value.Name)}} { get; } = new({{(_isText ? CodeText.Literal(value.Text) : CodeText.Number(long.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture)))}});
        """);

    private CodeText Json()
    {
        CodeText kind = CodeText.Identifier(_enum.ValueType.Kind.ToString());
        CodeText value = _isText ? CodeText.Of($"value.ToString()") : CodeText.Of($"value.Value");
        return _json.Class(
            _name,
            CodeText.Of($"internal static {_name} Read(ref {_names["Utf8JsonReader"]} reader) => new({_names["JsonRead"]}.{kind}(ref reader));"),
            CodeText.Of($"internal static void Write({_names["Utf8JsonWriter"]} writer, {_name} value) => {_names["JsonWrite"]}.{kind}(writer, {value});"));
    }
}
