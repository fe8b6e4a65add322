using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides the C# type of every schema that something refers to, and drafts the records, unions and enums this takes.</summary>
internal sealed partial class TypeLowering
{
    /// <summary>How deeply lists, maps and alternatives may hold each other, $refs counted, without an object in between. Compilers take long for code of more.</summary>
    private const int MostDepth = 24;

    private readonly TypeNames _names;
    private readonly Inheritance _inheritance;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<Schema, TypeUse> _uses = [];
    private readonly HashSet<Schema> _entered = [];

    /// <summary>The records, unions and enums by the schema they were written as: one that stands somewhere and is referred to there is one type.</summary>
    private readonly Dictionary<(Node, SchemaType), TypeUse> _named = [];
    private readonly Queue<RecordDraft> _unfinished = new();

    public TypeLowering(IEnumerable<KeyValuePair<string, Node>> schemas, IEnumerable<Schema> components, NameScope names, NameOverrides overrides, DiagnosticBag diagnostics)
    {
        _inheritance = new Inheritance(components);
        _names = new TypeNames(schemas, names, overrides);
        _diagnostics = diagnostics;
    }

    public List<RecordDraft> Records { get; } = [];

    public List<UnionDraft> Unions { get; } = [];

    public List<EnumModel> Enums { get; } = [];

    /// <summary>The type of a schema; <paramref name="name"/> is what an inline schema's type is called.</summary>
    public TypeUse Lower(Schema schema, string name)
    {
        TypeUse use = Find(schema, name);
        while (_unfinished.Count > 0)
        {
            Finish(_unfinished.Dequeue());
        }

        return use;
    }

    /// <summary>The name of a type for the events that a schema describes. Those of a component are called after it, unless its values have a type already.</summary>
    public string NameOfEvents(Schema schema, string wanted) => _named.ContainsKey(KeyOf(schema)) ? _names.Take(wanted) : _names.Give(schema, wanted);

    public RecordDraft DraftOf(TypeRef record) => Records.First(draft => draft.Name == record.Name);

    /// <summary>A free name for the class that writes a record as a form.</summary>
    public string FormName(RecordDraft record) => _names.OfForm(record.Name);

    /// <summary>A free name for a type that is not made of a schema.</summary>
    public string TakeName(string wanted) => _names.Take(wanted);

    private TypeUse Find(Schema schema, string name)
    {
        if (_uses.TryGetValue(schema, out TypeUse known))
        {
            return known;
        }

        if (_entered.Count == MostDepth)
        {
            return KeptAsJson(schema, $"The schema is held by {MostDepth} others without an object in between");
        }

        if (!_entered.Add(schema))
        {
            if (_named.TryGetValue(KeyOf(schema), out TypeUse named))
            {
                return named;
            }

            // An array of itself, say: JSON has such values, but C# has no name for their type.
            return KeptAsJson(schema, "The schema contains itself without an object in between");
        }

        TypeUse use = schema switch
        {
            { IsUnresolved: true } => TypeUse.Unreadable,
            // What is inline in a component is called after the component, whoever uses it first.
            { Reference: { } target } => Find(target, _names.OfComponent(target.Node) ?? name).OrNull(schema.IsNullable),
            _ => FindShape(schema, name).OrNull(schema.IsNullable),
        };
        _entered.Remove(schema);
        _uses[schema] = use;
        return use;
    }

    private TypeUse FindShape(Schema schema, string name)
    {
        if (schema.Literals is { } literals)
        {
            return FindLiterals(schema, literals, name);
        }

        List<Schema> parts = schema.AllOf.Where(ObjectShape.HasShape).ToList();
        bool hasProperties = schema.Properties.Any();
        if (parts.Count == 1 && !hasProperties && !schema.Required.Any() && !schema.Variants.Any() && schema.AdditionalProperties is null && _inheritance.BaseOf(schema) is null)
        {
            _names.Share(schema, parts[0]);
            return Find(parts[0], name);
        }

        if (schema.Variants.Any() && parts.Count == 0)
        {
            return FindAlternatives(schema, name);
        }

        if (hasProperties || parts.Count > 0)
        {
            TypeUse found = FindObject(schema, name);
            FindDerived(schema);
            return found;
        }

        return schema.Type switch
        {
            SchemaType.Array => FindCollection(TypeKind.List, schema.Items, English.Singular(name) is { } singular && singular != name ? singular : name + "Item"),
            SchemaType.Object => FindCollection(TypeKind.Map, schema.AdditionalProperties, name + "Value"),
            SchemaType.Any => TypeUse.Json,
            _ when SchemaForm.IsNumberOrText(schema.Mapping) && Primitives.Of(schema.Type, schema.Format) is { Form: ValueForm.Usual } number => new TypeUse(number with { IsReadFromText = true }, IsNullable: false),
            _ => new TypeUse(Primitives.Of(schema.Type, schema.Format), IsNullable: false),
        };
    }

    private TypeUse FindCollection(TypeKind kind, Schema? element, string name)
    {
        TypeUse item = element is null ? TypeUse.Json : Find(element, name);
        return item.Type is null ? TypeUse.Unreadable : new TypeUse(new TypeRef(kind, Element: item.Type, IsElementNullable: item.IsNullable), IsNullable: false);
    }

    private TypeUse FindObject(Schema schema, string name)
    {
        if (_named.TryGetValue(KeyOf(schema), out TypeUse known))
        {
            return known;
        }

        if (ObjectShape.Collect(schema, _diagnostics) is not { } shape)
        {
            if (ScalarParts.Narrowest(schema) is { } part)
            {
                _names.Share(schema, part);
                return Find(part, name);
            }

            return KeptAsJson(schema, "allOf joins schemas that are not all objects");
        }

        RecordDraft draft = new(_names.Of(schema, name), schema, shape);
        Records.Add(draft);
        _unfinished.Enqueue(draft);
        return Name(schema, new TypeRef(TypeKind.Record, draft.Name));
    }

    private TypeUse FindLiterals(Schema schema, IReadOnlyList<Node> literals, string name)
    {
        if (EnumLowering.ValueTypeOf(schema) is not { } valueType)
        {
            return schema.Type == SchemaType.Boolean
                ? new TypeUse(new TypeRef(TypeKind.Boolean), IsNullable: false)
                : KeptAsJson(schema, "An enumeration of several types");
        }

        if (_named.TryGetValue(KeyOf(schema), out TypeUse known))
        {
            return known;
        }

        // A constant needs no name: who must set a member with one finds it there.
        if (literals.Count == 1)
        {
            EnumLowering.Lower(schema, literals, "Constant", valueType, _diagnostics);
            return new TypeUse(valueType, IsNullable: false);
        }

        string enumName = _names.Of(schema, name);
        Enums.Add(EnumLowering.Lower(schema, literals, enumName, valueType, _diagnostics));
        return Name(schema, new TypeRef(TypeKind.Enum, enumName, valueType));
    }

    private void Finish(RecordDraft draft)
    {
        if (draft.IsFinished)
        {
            return;
        }

        draft.IsFinished = true;
        ObjectShape shape = draft.Shape;
        RecordDraft? parent = ParentOf(draft);

        // Inline types are named in the order of the keys, and after the component that a member comes from: another order in the document renames none.
        Dictionary<string, TypeUse> uses = shape.Properties
            .OrderBy(property => property.Key, StringComparer.Ordinal)
            .ToDictionary(property => property.Key, property => FindMember(property, _names.OwnerOf(property.Value, draft) + Identifier.Pascal(property.Key)), StringComparer.Ordinal);
        Derive(draft, parent, uses);
        foreach (KeyValuePair<string, Schema> property in shape.Properties)
        {
            bool isMixed = shape.Mixed.ContainsKey(property.Key);
            TypeUse use = uses[property.Key];
            if (draft.Base?.Members.Find(member => member.WireName == property.Key) is { } inherited)
            {
                draft.Members.Add(inherited);
            }
            else if (use.Type is not null)
            {
                draft.Members.Add(new MemberDraft(property.Key, property.Value, use, shape.Required.Contains(property.Key)) { IsMixed = isMixed });
            }
            else
            {
                _diagnostics.ReportAtName(Descriptors.LeftOutByError, property.Value.Node, "Member", property.Key, "its schema");
            }
        }

        if (shape.OpenPart is { } open)
        {
            _diagnostics.ReportAtName(Descriptors.KeptAsJson, open.Node, "Alternatives that are not all objects beside properties", "AdditionalProperties");
            draft.Additional = TypeUse.Json;
        }
        else if (draft.Base is { } ancestor)
        {
            draft.Additional = ancestor.Additional;
        }
        else if (shape.Additional is { } additional && Find(additional, draft.Name + "Value") is { Type: not null } use)
        {
            draft.Additional = use;
        }
        else if (draft.Base is null && _inheritance.DerivedOf(draft.Schema).Count > 0)
        {
            // What derives from it, and is newer than the document, keeps what it adds.
            draft.Additional = TypeUse.Json;
        }

        TypeUse FindMember(KeyValuePair<string, Schema> property, string name) =>
            Inherited(property.Key, parent) is { } known ? known
            : shape.Mixed.TryGetValue(property.Key, out List<Schema>? mixed) ? FindMixed(mixed, name) : Find(property.Value, name);
    }

    private TypeUse KeptAsJson(Schema schema, string reason)
    {
        _diagnostics.ReportAtName(Descriptors.KeptAsJson, schema.Node, reason, "JsonElement");
        return TypeUse.Json;
    }

    /// <summary>The alternatives of <c>type: [object, string]</c> are all written at one node.</summary>
    private static (Node, SchemaType) KeyOf(Schema schema) => (schema.Node, schema.Type);

    private TypeUse Name(Schema schema, TypeRef type)
    {
        TypeUse use = new(type, IsNullable: false);
        _named.Add(KeyOf(schema), use);
        return use;
    }
}
