using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Alternatives that are one case of a union, because they are equal or one of them includes the others.</summary>
/// <param name="Type">The type of all of them; null where the only one has a type of its own.</param>
internal sealed record CaseGroup(IReadOnlyList<Schema> Schemas, TypeRef? Type = null)
{
    private static readonly TypeRef s_text = new(TypeKind.String);
    private static readonly TypeKind[] s_numbers = [TypeKind.Int32, TypeKind.Int64, TypeKind.UInt64, TypeKind.Single, TypeKind.Double, TypeKind.Decimal];

    /// <summary>The one text that is meant; null where there are several.</summary>
    public string? Constant { get; init; }

    /// <summary>The values of an enumeration that is made of several.</summary>
    public IReadOnlyList<Node> Literals { get; init; } = [];

    public bool IsMerged => Schemas.Count > 1;

    /// <summary>The groups in the order of their first alternatives.</summary>
    public static IReadOnlyList<CaseGroup> Of(IReadOnlyList<Schema> variants)
    {
        List<CaseGroup> groups =
        [
            .. Texts(variants.Where(variant => Is(variant, SchemaType.String)).ToList()),
            .. Numbers(variants.Where(variant => Is(variant, SchemaType.Integer) || Is(variant, SchemaType.Number)).ToList()),
            .. Booleans(variants.Where(variant => Is(variant, SchemaType.Boolean)).ToList()),
        ];
        HashSet<Schema> scalars = [.. groups.SelectMany(group => group.Schemas)];
        groups.AddRange(variants.Where(variant => !scalars.Contains(variant)).Select(variant => new CaseGroup([variant])));
        return groups.OrderBy(group => variants.ToList().FindIndex(group.Schemas.Contains)).ToList();
    }

    private static bool Is(Schema variant, SchemaType type) => Alternatives.Peel(variant) is var peeled && peeled.Type == type && !peeled.Variants.Any();

    private static IReadOnlyList<Node> LiteralsOf(Schema variant) => Alternatives.Peel(variant).Literals ?? [];

    /// <summary>Any text includes the texts of a form; beside values it makes an open enumeration, which keeps any text.</summary>
    private static IEnumerable<CaseGroup> Texts(List<Schema> texts)
    {
        List<Schema> limited = texts.Where(text => LiteralsOf(text).Count > 0).ToList();
        List<Schema> free = texts.Except(limited).ToList();
        int values = limited.SelectMany(LiteralsOf).OfType<ScalarNode>().Select(literal => literal.Text).Distinct(StringComparer.Ordinal).Count();
        if (free.Any(text => TypeOf(text) == s_text))
        {
            return [values > 1 ? Enumeration(limited, texts) : new CaseGroup(texts, s_text)];
        }

        IEnumerable<CaseGroup> forms = free.GroupBy(TypeOf).Select(form => new CaseGroup(form.ToList(), form.Key));
        return values switch
        {
            0 => forms,
            1 => [new CaseGroup(limited, s_text) { Constant = ((ScalarNode)LiteralsOf(limited[0])[0]).Text }, .. forms],
            _ => [Enumeration(limited, limited), .. forms],
        };
    }

    private static IEnumerable<CaseGroup> Numbers(List<Schema> numbers)
    {
        if (numbers.Count < 2 || numbers.Any(number => TypeOf(number) is null or not { Form: ValueForm.Usual }))
        {
            return numbers.Select(number => new CaseGroup([number]));
        }

        if (numbers.All(number => LiteralsOf(number).Count > 0 && Alternatives.Peel(number).Type == SchemaType.Integer))
        {
            return [Enumeration(numbers, numbers)];
        }

        int widest = numbers.Max(number => Array.IndexOf(s_numbers, TypeOf(number)!.Kind));
        return [new CaseGroup(numbers, new TypeRef(s_numbers[widest]))];
    }

    private static IEnumerable<CaseGroup> Booleans(List<Schema> booleans) => booleans.Count == 0 ? [] : [new CaseGroup(booleans, new TypeRef(TypeKind.Boolean))];

    /// <summary>The only enumeration as it is, or the values of all.</summary>
    private static CaseGroup Enumeration(List<Schema> limited, List<Schema> all) =>
        limited.Count == 1 ? new CaseGroup([limited[0], .. all.Where(other => other != limited[0])]) : new CaseGroup(all) { Literals = limited.SelectMany(LiteralsOf).ToList() };

    private static TypeRef? TypeOf(Schema schema) => Alternatives.Peel(schema) is var peeled ? Primitives.Of(peeled.Type, peeled.Format) : null;
}
