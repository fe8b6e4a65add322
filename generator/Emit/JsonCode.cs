using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the expressions that read and write values of each type as JSON.</summary>
internal sealed class JsonCode(Names names)
{
    /// <summary>The property by which a type composes with everything of System.Text.Json.</summary>
    public CodeText TypeInfo(CodeText type) => CodeText.Of($$"""
        /// <summary>Lets System.Text.Json read and write the type without reflection.</summary>
        public static {{names["JsonTypeInfo"]}}<{{type}}> JsonTypeInfo { get; } = {{names["JsonType"]}}.Create(new {{type}}Json.Converter());
        """);

    /// <summary>The class beside a type that holds its Read and Write. Public, because another assembly's context must see the converter.</summary>
    public CodeText Class(CodeText type, params CodeText[] methods) => CodeText.Of($$"""
        /// <summary>Reads and writes <see cref="{{type}}"/> as JSON without reflection.</summary>
        [{{names["EditorBrowsable"]}}({{names["EditorBrowsableState"]}}.Never)]
        public static class {{type}}Json
        {
            {{CodeText.Paragraphs(methods)}}

            /// <summary>What System.Text.Json calls.</summary>
            public sealed class Converter() : {{names["ApiJsonConverter"]}}<{{type}}>({{type}}Json.Read, {{type}}Json.Write);
        }
        """);

    /// <summary>An expression that reads the value on which <c>reader</c> stands.</summary>
    public CodeText Read(TypeRef type) => type.Kind switch
    {
        TypeKind.List => CodeText.Of($"{names["JsonRead"]}.List(ref reader, {Reader(type.Element!, type.IsElementNullable)})"),
        TypeKind.Map => CodeText.Of($"{names["JsonRead"]}.Map(ref reader, {Reader(type.Element!, type.IsElementNullable)})"),
        _ => CodeText.Of($"{PlainReader(type)}(ref reader)"),
    };

    /// <summary>An expression that reads the data of the event <c>received</c>.</summary>
    public CodeText ReadEvent(EventDataModel data) => data.IsText ? CodeText.Of($"received.Data") : CodeText.Of($"received.ReadJson({Reader(data.Type, data.IsNullable)})");

    /// <summary>An expression that reads a value or JSON's null.</summary>
    public CodeText ReadOrNull(TypeRef type)
    {
        if (type.Kind == TypeKind.Json)
        {
            return Read(type);
        }

        // An enum converts from string, so that a bare null would be taken for a text.
        CodeText none = type.Kind == TypeKind.Enum ? CodeText.Of($"default({names.Optional(type)})") : CodeText.Of($"null");
        return CodeText.Of($"{names["JsonRead"]}.IsNull(ref reader) ? {none} : {Read(type)}");
    }

    /// <summary>A delegate that reads a value: a method where there is one, else a lambda.</summary>
    public CodeText Reader(TypeRef type, bool isNullable) => type switch
    {
        _ when isNullable && type.Kind != TypeKind.Json => CodeText.Of($"static (ref {names["Utf8JsonReader"]} reader) => {names["JsonRead"]}.{OrNull(type)}(ref reader, {Reader(type, false)})"),
        { Kind: TypeKind.List or TypeKind.Map } => CodeText.Of($"static (ref {names["Utf8JsonReader"]} reader) => {Read(type)}"),
        _ => PlainReader(type),
    };

    /// <summary>A statement that writes a member whose value is not null.</summary>
    public CodeText WriteMember(string wireName, TypeRef type, CodeText value, bool asRequest)
    {
        CodeText name = CodeText.Of($"{CodeText.Literal(wireName)}u8");
        string? direct = type.Kind switch
        {
            _ when type.Form != ValueForm.Usual => null,
            TypeKind.String => "WriteString",
            TypeKind.Boolean => "WriteBoolean",
            TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 => "WriteNumber",
            _ => null,
        };
        return direct is not null
            ? CodeText.Of($"writer.{CodeText.Identifier(direct)}({name}, {value});")
            : CodeText.Of($"""
                writer.WritePropertyName({name});
                {Write(type, value, asRequest)};
                """);
    }

    /// <summary>An expression that writes a value which is not null.</summary>
    public CodeText Write(TypeRef type, CodeText value, bool asRequest) => type.Kind switch
    {
        TypeKind.List => CodeText.Of($"{names["JsonWrite"]}.List(writer, {value}, {Writer(type.Element!, type.IsElementNullable, asRequest)})"),
        TypeKind.Map => CodeText.Of($"{names["JsonWrite"]}.Map(writer, {value}, {Writer(type.Element!, type.IsElementNullable, asRequest)})"),
        _ => CodeText.Of($"{PlainWriter(type, asRequest)}(writer, {value})"),
    };

    /// <summary>A delegate that writes a value: a method where there is one, else a lambda.</summary>
    public CodeText Writer(TypeRef type, bool isNullable, bool asRequest) => type switch
    {
        _ when isNullable && type.Kind != TypeKind.Json => CodeText.Of($"static (writer, item) => {names["JsonWrite"]}.{OrNull(type)}(writer, item, {Writer(type, false, asRequest)})"),
        { Kind: TypeKind.List or TypeKind.Map } => CodeText.Of($"static (writer, item) => {Write(type, CodeText.Of($"item"), asRequest)}"),
        _ => PlainWriter(type, asRequest),
    };

    private static CodeText OrNull(TypeRef type) => type.IsValueType ? CodeText.Of($"ValueOrNull") : CodeText.Of($"OrNull");

    private CodeText PlainReader(TypeRef type) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Union or TypeKind.Enum => CodeText.Of($"{CodeText.Identifier(type.Name)}Json.Read"),
        _ => CodeText.Of($"{names["JsonRead"]}.{CodeText.Identifier(type.MethodName)}"),
    };

    private CodeText PlainWriter(TypeRef type, bool asRequest) => type.Kind switch
    {
        TypeKind.Record or TypeKind.Union when asRequest && type.HasRequestForm => CodeText.Of($"{CodeText.Identifier(type.Name)}Json.WriteRequest"),
        TypeKind.Record or TypeKind.Union or TypeKind.Enum => CodeText.Of($"{CodeText.Identifier(type.Name)}Json.Write"),
        _ => CodeText.Of($"{names["JsonWrite"]}.{CodeText.Identifier(type.MethodName)}"),
    };
}
