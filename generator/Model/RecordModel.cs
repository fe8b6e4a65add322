namespace Dragoman.Generator.Model;

/// <summary>An object schema as an immutable record.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Pointer">The JSON pointer of the schema in its document.</param>
/// <param name="Additional">What members beside the named ones hold; null where they are skipped.</param>
/// <param name="HasRequestForm">True where a request is written without some members.</param>
/// <param name="HasJson">True where the record is, or may be, read or written as JSON.</param>
/// <param name="FormName">The class that writes it as a form; empty where nothing sends it so.</param>
/// <param name="AdditionalPart">How a form carries the members beside the named ones.</param>
internal sealed record RecordModel(
    string Name,
    string Pointer,
    string Description,
    bool IsDeprecated,
    EquatableArray<MemberModel> Members,
    TypeRef? Additional,
    bool IsAdditionalNullable,
    bool HasRequestForm,
    bool HasJson,
    string FormName,
    PartModel? AdditionalPart) : TypeModel(Name, Pointer, Description, IsDeprecated)
{
    /// <summary>The record that it derives from; empty where it derives from none.</summary>
    public string BaseName { get; init; } = "";

    /// <summary>The values that it gives to members of its base.</summary>
    public EquatableArray<ConstantModel> Constants { get; init; }

    /// <summary>The name in JSON of the member that tells apart what derives from it; empty where nothing does.</summary>
    public string Discriminator { get; init; } = "";

    /// <summary>The records that derive from it.</summary>
    public EquatableArray<DerivedModel> Derived { get; init; }
}

/// <summary>A member of a base with the value that a derived record gives it.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Name">The C# name.</param>
internal sealed record ConstantModel(string WireName, string Name, LiteralModel Value);

/// <summary>A derived record.</summary>
/// <param name="Values">The values of the discriminator that lead to it; none where only C# makes it.</param>
internal sealed record DerivedModel(TypeRef Type, EquatableArray<string> Values);

/// <summary>A property of an object schema.</summary>
/// <param name="WireName">The name in JSON.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Variable">The C# name as a local variable.</param>
/// <param name="IsRequired">True where the member must be there, both in C# and on the wire; false for one that is initialized.</param>
/// <param name="IsNullable">True where JSON's null is a value of the member.</param>
/// <param name="IsReadOnly">True where only the service sets the member: requests are written without it.</param>
/// <param name="Notes">What else the document says of values: defaults and constraints, as sentences.</param>
/// <param name="Part">How a form carries the member; null where nothing sends the record as one.</param>
internal sealed record MemberModel(
    string WireName,
    string Name,
    string Variable,
    TypeRef Type,
    bool IsRequired,
    bool IsNullable,
    bool IsReadOnly,
    bool IsDeprecated,
    string Description,
    EquatableArray<string> Notes,
    PartModel? Part)
{
    /// <summary>True where the value, or all that it holds, must not be shown (<c>format: password</c>).</summary>
    public bool IsSecret { get; init; }

    /// <summary>The constant that the member holds, and is written with, before anybody sets it; null where it has to be set, or holds null.</summary>
    public LiteralModel? Initial { get; init; }

    /// <summary>What the member reads as until it is set; it is not written before. Null where it reads as null.</summary>
    public LiteralModel? Default { get; init; }

    /// <summary>True where the record has the member from its base.</summary>
    public bool IsInherited { get; init; }

    /// <summary>True where null and absence are two things that a request can say, so that the C# type is <c>Optional</c>.</summary>
    public bool IsPresenceKept { get; init; }

    /// <summary>True where the C# type has a question mark.</summary>
    public bool IsOptional => Default is null ? Initial is null && (!IsRequired || IsNullable) : IsNullable;

    /// <summary>False for files, which JSON cannot carry.</summary>
    public bool IsInJson => Part?.Form != PartForm.File;
}
