using Dragoman.Generator.Document;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>A record while its members are still being found: it exists before they do, because they may refer to it.</summary>
internal sealed class RecordDraft(string name, Schema schema, ObjectShape shape)
{
    public string Name { get; } = name;

    public Schema Schema { get; } = schema;

    public ObjectShape Shape { get; } = shape;

    public List<MemberDraft> Members { get; } = [];

    public TypeUse? Additional { get; set; }

    /// <summary>True where the record is, or is part of, the body of a request.</summary>
    public bool IsSent { get; set; }

    /// <summary>True where the record is, or is part of, the body of a response.</summary>
    public bool IsReceived { get; set; }

    /// <summary>True where JSON has the record in it.</summary>
    public bool IsJson { get; set; }

    /// <summary>How a form carries the record; null where nothing sends it as one.</summary>
    public FormDraft? Form { get; set; }

    /// <summary>True where a request is written without some members.</summary>
    public bool HasRequestForm { get; set; }

    public IEnumerable<TypeRef> References => Members.Select(member => member.Use.Type!).Concat(Additional?.Type is { } type ? [type] : []);
}

/// <summary>A member before it is known whether its record is sent, received or both.</summary>
internal sealed record MemberDraft(string WireName, Schema Schema, TypeUse Use, bool IsRequired)
{
    /// <summary>True where alternatives describe the member differently: then the schema is that of the first, and what it says of values does not hold.</summary>
    public bool IsMixed { get; init; }
}

/// <summary>A record as a form.</summary>
/// <param name="Name">The class that writes it.</param>
/// <param name="Parts">How its members are written, by their names on the wire.</param>
/// <param name="Additional">How members beside the named ones are written.</param>
internal sealed record FormDraft(string Name, IReadOnlyDictionary<string, PartModel> Parts, PartModel? Additional);
