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

    /// <summary>True once the members are found.</summary>
    public bool IsFinished { get; set; }

    /// <summary>The record that this one derives from; null where it derives from none.</summary>
    public RecordDraft? Base { get; set; }

    /// <summary>What derives from the record.</summary>
    public List<RecordDraft> Derived { get; } = [];

    /// <summary>The member that tells apart what derives from the record; empty where none does.</summary>
    public string Discriminator { get; set; } = "";

    /// <summary>The values of the base's discriminator that lead to the record.</summary>
    public IReadOnlyList<string> Values { get; set; } = [];

    /// <summary>The values that discriminators have for the record, by the members that hold them.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; set; } = new Dictionary<string, string>();

    public IEnumerable<TypeRef> References => Members.Select(member => member.Use.Type!)
        .Concat(Additional?.Type is { } type ? [type] : [])
        .Concat((Base is null ? Derived : Derived.Prepend(Base)).Select(related => new TypeRef(TypeKind.Record, related.Name)));
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
