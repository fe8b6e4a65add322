namespace Dragoman.Generator.Model;

/// <summary>The kinds of types that members and parameters have.</summary>
internal enum TypeKind
{
    String,
    Boolean,
    Int32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    Guid,
    Uri,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Bytes,
    Json,
    List,
    Map,
    Record,
    Union,
    Enum,
    File,
    Download,

    /// <summary>Any number of values, enumerated once they are needed.</summary>
    Sequence,

    /// <summary>A form that the caller fills.</summary>
    Form,

    /// <summary>The successes of an operation, where they have several types.</summary>
    Result,
}

/// <summary>How a value is written where its type has several ways; the runtime's methods are called after them.</summary>
internal enum ValueForm
{
    /// <summary>As values of the type usually are.</summary>
    Usual,

    /// <summary>A number as a text.</summary>
    Text,
    UnixTime,
    WholeUnixTime,
    HttpDate,
    Seconds,
    WholeSeconds,
    Milliseconds,
    WholeMilliseconds,
    Base64Url,
}

/// <summary>A type as members, parameters and results refer to it.</summary>
/// <param name="Name">The C# name of a record, union or enum; else empty.</param>
/// <param name="Element">What a list or map holds.</param>
/// <param name="IsElementNullable">True where an element may be null.</param>
/// <param name="HasRequestForm">True for a record or union that is sent without some of its members: its read-only ones, or those of its members.</param>
internal sealed record TypeRef(TypeKind Kind, string Name = "", TypeRef? Element = null, bool IsElementNullable = false, bool HasRequestForm = false)
{
    /// <summary>How a scalar is written.</summary>
    public ValueForm Form { get; init; }

    /// <summary>True for a number that may be received as a text as well.</summary>
    public bool IsReadFromText { get; init; }

    /// <summary>What the runtime's methods that read and write a scalar or free JSON are called.</summary>
    public string MethodName => Form switch
    {
        ValueForm.Usual => Kind == TypeKind.Json ? "Element" : Kind.ToString(),
        ValueForm.Text => $"{Kind}Text",
        _ => Form.ToString(),
    };

    public bool IsValueType => Kind is not (TypeKind.String or TypeKind.Uri or TypeKind.Bytes or TypeKind.List or TypeKind.Map or TypeKind.Record or TypeKind.Union or TypeKind.File or TypeKind.Download or TypeKind.Sequence or TypeKind.Form or TypeKind.Result);

    /// <summary>True for what can be written as a text of its own: in a path, a query or a header.</summary>
    public bool IsScalar => Kind is not (TypeKind.Json or TypeKind.List or TypeKind.Map or TypeKind.Record or TypeKind.Union or TypeKind.File or TypeKind.Download or TypeKind.Sequence or TypeKind.Form or TypeKind.Result);
}
