using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>The types of oneOf and anyOf, and of several types in one schema.</summary>
internal sealed partial class TypeLowering
{
    private readonly Dictionary<string, UnionDraft> _shared = new(StringComparer.Ordinal);

    /// <summary>Alternatives of one type are that type, any others a union.</summary>
    private TypeUse FindAlternatives(Schema schema, string name)
    {
        if (_named.TryGetValue(KeyOf(schema), out TypeUse known))
        {
            return known;
        }

        IReadOnlyList<Schema> variants = Alternatives.Of(schema);
        if (variants.Count == 0)
        {
            return TypeUse.Unreadable;
        }

        if (!schema.Properties.Any() && !variants.Any(variant => ObjectShape.HasShape(Alternatives.Peel(variant))))
        {
            return TypeUse.Json;
        }

        // Properties beside the alternatives are those of a union where every alternative has them too.
        if (UnionShape.Find(schema, _diagnostics) is { } shape
            && schema.Properties.All(property => shape.Branches.All(branch => branch.Leaves.Count == 0 && branch.PropertyOf(property.Key) is not null)))
        {
            return FindUnion(schema, shape, name);
        }

        if (schema.Properties.Any())
        {
            return FindObject(schema, name);
        }

        ReportUnread(schema, "Alternative");
        IReadOnlyList<CaseGroup> groups = CaseGroup.Of(variants);
        return groups.Count == 1 && !Alternatives.AllowAnything(schema) ? FindGroup(schema, groups[0], name, isOnly: true) : FindCases(schema, groups, name);
    }

    private TypeUse FindUnion(Schema schema, UnionShape shape, string name)
    {
        string unionName = _names.Of(schema, name);
        TypeUse union = Name(schema, new TypeRef(TypeKind.Union, unionName));
        Dictionary<UnionBranch, CaseDraft> cases = [];
        bool isNullable = false;
        foreach (UnionBranch branch in shape.Branches)
        {
            TypeUse use = Find(branch.Schema, unionName + Identifier.Pascal(branch.Values[0]));
            isNullable |= use.IsNullable;
            cases.Add(branch, new CaseDraft(branch.CaseName, branch.DisplayName, use.Type!, branch.Values, null, DescriptionOf(branch.Schema)) { Schemas = [branch.Schema] });
        }

        ReportUnread(schema, "Alternative");
        Unions.Add(new UnionDraft(unionName, schema, shape.Member, cases.Values.ToList()) { Default = shape.Default is { } other ? cases[other] : null });
        return union.OrNull(isNullable);
    }

    private TypeUse FindCases(Schema schema, IReadOnlyList<CaseGroup> groups, string name)
    {
        // A component has its name before its alternatives, which may refer to it.
        bool isComponent = _names.OfComponent(schema.Node) is not null;
        string prefix = isComponent ? _names.Of(schema, name) : name;
        TypeUse? component = isComponent ? Name(schema, new TypeRef(TypeKind.Union, prefix)) : null;
        List<CaseDraft> cases = [];
        bool isNullable = false;
        IReadOnlyList<string> labels = CaseLabel.Of(groups, schema, _names);
        foreach ((CaseGroup group, string caseName) in groups.Zip(labels, (group, label) => (group, label)))
        {
            TypeUse use = FindGroup(schema, group, Identifier.Append(prefix, caseName), isOnly: false);
            isNullable |= use.IsNullable;
            if (use.Type is { Kind: not TypeKind.Json } type && type != component?.Type && cases.All(other => other.Type != type || other.Constant != group.Constant))
            {
                cases.Add(new CaseDraft(caseName, "Case", type, [], group.Constant, group.IsMerged ? "" : DescriptionOf(group.Schemas[0])) { Schemas = group.IsMerged ? [] : [group.Schemas[0]] });
            }
        }

        if (component is not null && cases.Count == 0)
        {
            // Its alternatives lead back to it, and say nothing.
            return _named[KeyOf(schema)] = KeptAsJson(schema, "The schema contains itself without an object in between");
        }

        if (component is { } union)
        {
            Unions.Add(new UnionDraft(prefix, schema, null, cases));
            return union.OrNull(isNullable);
        }

        return cases.Count switch
        {
            0 => TypeUse.Json,
            1 when cases[0].Constant is null && groups.Count == 1 && !Alternatives.AllowAnything(schema) => new TypeUse(cases[0].Type, isNullable),
            _ => Inline(schema, cases, name).OrNull(isNullable),
        };
    }

    /// <summary>An inline union of types that have names of their own is called after them, and is one type wherever it stands.</summary>
    private TypeUse Inline(Schema schema, List<CaseDraft> cases, string name)
    {
        if (CaseLabel.Joined(cases, _names.IsFixed) is not { } joined)
        {
            string unionName = _names.Of(schema, name);
            Unions.Add(new UnionDraft(unionName, schema, null, cases));
            return Name(schema, new TypeRef(TypeKind.Union, unionName));
        }

        string key = string.Join("|", cases.Select(item => $"{item.Type} {item.Constant}"));
        if (!_shared.TryGetValue(key, out UnionDraft? union))
        {
            union = new UnionDraft(_names.TakeShared(joined), schema, null, cases.Select(item => item with { Description = "" }).ToList()) { IsShared = true };
            _shared.Add(key, union);
            Unions.Add(union);
        }
        else
        {
            foreach ((CaseDraft known, CaseDraft item) in union.Cases.Zip(cases, (known, item) => (known, item)))
            {
                known.Schemas = known.Schemas.Count > 0 && item.Schemas.Count > 0 ? [.. known.Schemas, .. item.Schemas] : [];
            }
        }

        union.Pointer = string.CompareOrdinal(schema.Node.Pointer, union.Pointer) < 0 ? schema.Node.Pointer : union.Pointer;
        return Name(schema, new TypeRef(TypeKind.Union, union.Name));
    }

    /// <param name="isOnly">True where the schema has no other alternatives: then its name is that of the type.</param>
    private TypeUse FindGroup(Schema schema, CaseGroup group, string name, bool isOnly)
    {
        bool isNullable = group.Schemas.Any(variant => variant.IsNullable);
        if (group.Type is { } scalar)
        {
            return new TypeUse(scalar, isNullable);
        }

        if (group.Literals.Count > 0)
        {
            // Read as the type of the first: all of them are of one.
            Schema first = Alternatives.Peel(group.Schemas[0]);
            TypeRef valueType = new(first.Type == SchemaType.String ? TypeKind.String : Primitives.OfInteger(first.Format) is TypeKind.Int32 ? TypeKind.Int32 : TypeKind.Int64);
            string enumName = isOnly ? _names.Of(schema, name) : _names.Take(name);
            Enums.Add(EnumLowering.Lower(schema, group.Literals, enumName, valueType, _diagnostics));
            TypeRef type = new(TypeKind.Enum, enumName, valueType);
            return (isOnly ? Name(schema, type) : new TypeUse(type, IsNullable: false)).OrNull(isNullable);
        }

        if (isOnly)
        {
            _names.Share(schema, group.Schemas[0]);
        }

        return Find(group.Schemas[0], name);
    }

    /// <summary>The type of a member that alternatives describe differently: the one they agree on, else any JSON.</summary>
    private TypeUse FindMixed(List<Schema> schemas, string name)
    {
        bool isNullable = schemas.Any(schema => schema.IsNullable);
        IReadOnlyList<CaseGroup> groups = CaseGroup.Of(schemas);
        List<TypeUse> uses = groups.Count == 1 && groups[0].Literals.Count == 0 && groups[0].Type is { } scalar
            ? [new TypeUse(scalar, isNullable)]
            : schemas.Select(schema => Find(schema, name)).ToList();
        bool areTexts = uses.All(use => use.Type is { Kind: TypeKind.String } or { Kind: TypeKind.Enum, Element.Kind: TypeKind.String });
        return uses.Select(use => use.Type).Distinct().Count() == 1 ? uses[0].OrNull(isNullable)
            : areTexts ? new TypeUse(new TypeRef(TypeKind.String), isNullable)
            : TypeUse.Json;
    }

    private void ReportUnread(Schema schema, string what)
    {
        foreach (Schema unread in schema.Variants.Where(variant => variant.Target.IsUnresolved))
        {
            _diagnostics.ReportAtName(Descriptors.LeftOutByError, unread.Node, what, unread.Node.Pointer, "its schema");
        }
    }

    private static string DescriptionOf(Schema schema) => schema.Description ?? schema.Target.Description ?? "";
}
