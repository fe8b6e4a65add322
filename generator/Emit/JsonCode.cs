using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the expressions that read and write values of each type as JSON.</summary>
internal sealed class JsonCode(Names names)
{
    /// <summary>The kinds that the runtime reads and writes with one call wherever they stand; for the others that call takes their reader or writer.</summary>
    private static readonly HashSet<TypeKind> s_direct = [TypeKind.String, TypeKind.Boolean, TypeKind.Int32, TypeKind.Int64, TypeKind.Double, TypeKind.Uri, TypeKind.DateTimeOffset, TypeKind.Json];

    /// <summary>What the extension methods of reading are called on.</summary>
    public CodeText Source => names.Extended("JsonRead", CodeText.Of($"reader"));

    /// <summary>What the extension methods of writing are called on.</summary>
    public CodeText Target => names.Extended("JsonWrite", CodeText.Of($"writer"));

    /// <summary>True for types of the client: they bring their reader and writer with them.</summary>
    public static bool IsOwn(TypeRef type) => type.Kind is TypeKind.Record or TypeKind.Union or TypeKind.Enum;

    /// <summary>The attribute by which a type composes with everything of System.Text.Json.</summary>
    public CodeText Attribute(CodeText type) => CodeText.Of($"[{names["JsonConverter"]}(typeof({names["ApiJsonConverter"]}<{type}>))]");

    /// <summary>The interface whose Read a type implements explicitly, so that no member of a document collides with it.</summary>
    public CodeText Interface(CodeText type) => CodeText.Of($"{names["IJsonValue"]}<{type}>");

    /// <summary>An expression that reads the value on which <c>reader</c> stands.</summary>
    public CodeText Read(TypeRef type) => Call(type, "");

    /// <summary>An expression that reads the data of the event <c>received</c>.</summary>
    public CodeText ReadEvent(EventDataModel data) => data.IsText ? CodeText.Of($"received.Data") : CodeText.Of($"received.ReadJson({Reader(data.Type, data.IsNullable)})");

    /// <summary>An expression that reads a value or JSON's null.</summary>
    public CodeText ReadOrNull(TypeRef type) => type switch
    {
        { Kind: TypeKind.Json } => Read(type),
        _ when IsOwn(type) || IsCollection(type) || IsReadDirect(type) => Call(type, "OrNull"),
        _ => CodeText.Of($"{Source}.{OrNull(type)}({Method(type, "")})"),
    };

    /// <summary>A delegate that reads a value: a method where there is one, else a lambda.</summary>
    public CodeText Reader(TypeRef type, bool isNullable)
    {
        bool takesNull = isNullable && type.Kind != TypeKind.Json;
        bool isMethod = IsOwn(type) || (IsCollection(type) && HoldsOwn(type)) || (!IsCollection(type) && (!takesNull || IsReadDirect(type)));
        return isMethod ? Method(type, takesNull ? "OrNull" : "")
            : CodeText.Of($"static (ref {names["Utf8JsonReader"]} reader) => {(takesNull ? ReadOrNull(type) : Read(type))}");
    }

    /// <summary>A statement that writes a member.</summary>
    /// <param name="isNullWritten">When null is written as a value of the member; empty where it is always left out for null.</param>
    public CodeText WriteMember(string wireName, TypeRef type, CodeText value, CodeText isNullWritten, bool asRequest)
    {
        bool isRequest = asRequest && type.HasRequestForm;
        string method = type.Kind switch
        {
            TypeKind.List or TypeKind.Map => type.Kind.ToString(),
            _ when IsDirect(type) => type.MethodName,
            _ => IsOwn(type) && !isRequest ? "Value" : "Member",
        };
        CodeText writer = IsCollection(type) ? (HoldsOwn(type) && !(asRequest && type.Element!.HasRequestForm) ? CodeText.Empty : Writer(type.Element!, type.IsElementNullable, asRequest))
            : method == "Member" ? Writer(type, false, asRequest)
            : CodeText.Empty;
        CodeText separator = writer.IsEmpty ? CodeText.Empty : CodeText.Of($", ");
        CodeText writeNull = isNullWritten.IsEmpty ? CodeText.Empty : CodeText.Of($", writeNull: {isNullWritten}");
        return CodeText.Of($"{Target}.{CodeText.Identifier(method)}({CodeText.Literal(wireName)}u8, {value}{separator}{writer}{writeNull});");
    }

    /// <summary>An expression that writes a value which is not null.</summary>
    public CodeText Write(TypeRef type, CodeText value, bool asRequest) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => CodeText.Of($"{Target}.{CodeText.Identifier(type.Kind.ToString())}({value}, {Writer(type.Element!, type.IsElementNullable, asRequest)})"),
        _ => CodeText.Of($"{Target}.{(IsOwn(type) ? OwnWriter(type, asRequest) : CodeText.Identifier(type.MethodName))}({value})"),
    };

    /// <summary>A delegate that writes a value: a method where there is one, else a lambda.</summary>
    public CodeText Writer(TypeRef type, bool isNullable, bool asRequest) => type switch
    {
        { Kind: TypeKind.String, Form: ValueForm.Usual } when isNullable => CodeText.Of($"{names["JsonWrite"]}.StringOrNull"),
        _ when isNullable && IsOwn(type) && !(asRequest && type.HasRequestForm) => CodeText.Of($"{names["JsonWrite"]}.{OrNull(type)}<{names.Of(type)}>"),
        _ when isNullable && type.Kind != TypeKind.Json => CodeText.Of($"static (writer, item) => {Target}.{OrNull(type)}(item, {Writer(type, false, asRequest)})"),
        { Kind: TypeKind.List or TypeKind.Map } when HoldsOwn(type) && !(asRequest && type.Element!.HasRequestForm) => CodeText.Of($"{names["JsonWrite"]}.{CodeText.Identifier(type.Kind.ToString())}<{names.Of(type.Element!)}>"),
        { Kind: TypeKind.List or TypeKind.Map } => CodeText.Of($"static (writer, item) => {Write(type, CodeText.Of($"item"), asRequest)}"),
        _ => PlainWriter(type, asRequest),
    };

    private static bool IsDirect(TypeRef type) => type.Form == ValueForm.Usual && s_direct.Contains(type.Kind);

    private static bool IsReadDirect(TypeRef type) => IsDirect(type) && !type.IsReadFromText;

    private static bool IsCollection(TypeRef type) => type.Kind is TypeKind.List or TypeKind.Map;

    private static bool HoldsOwn(TypeRef type) => IsOwn(type.Element!) && !type.IsElementNullable;

    private static CodeText OrNull(TypeRef type) => type.IsValueType ? CodeText.Of($"StructOrNull") : CodeText.Of($"ValueOrNull");

    /// <summary>A call of the method that reads a type; a collection of what brings no reader gets the one of its elements.</summary>
    private CodeText Call(TypeRef type, string suffix) => IsCollection(type) && !HoldsOwn(type)
        ? CodeText.Of($"{Source}.{CodeText.Identifier($"{type.Kind}{suffix}")}({Reader(type.Element!, type.IsElementNullable)})")
        : CodeText.Of($"{Source}.{MethodName(type, suffix)}()");

    /// <param name="suffix">OrNull, or nothing.</param>
    private CodeText Method(TypeRef type, string suffix) => CodeText.Of($"{names["JsonRead"]}.{MethodName(type, suffix)}");

    /// <param name="suffix">OrNull, or nothing.</param>
    private CodeText MethodName(TypeRef type, string suffix) => type switch
    {
        _ when IsCollection(type) => CodeText.Of($"{CodeText.Identifier($"{type.Kind}{suffix}")}<{names.Of(type.Element!)}>"),
        _ when IsOwn(type) => CodeText.Of($"{(suffix.Length == 0 ? CodeText.Of($"Value") : OrNull(type))}<{names.Of(type)}>"),
        { IsReadFromText: true } => CodeText.Identifier($"{type.Kind}Text{suffix}"),
        _ => CodeText.Identifier($"{type.MethodName}{suffix}"),
    };

    private CodeText PlainWriter(TypeRef type, bool asRequest) => IsOwn(type)
        ? CodeText.Of($"{names["JsonWrite"]}.{OwnWriter(type, asRequest)}<{names.Of(type)}>")
        : CodeText.Of($"{names["JsonWrite"]}.{CodeText.Identifier(type.MethodName)}");

    private static CodeText OwnWriter(TypeRef type, bool asRequest) => asRequest && type.HasRequestForm ? CodeText.Of($"Request") : CodeText.Of($"Value");
}
