using System.Globalization;
using System.Text.RegularExpressions;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Reads the constraints of schemas (JSON Schema 2020-12, validation, section 6) as far as they can be checked on values of C# types.</summary>
/// <param name="checksOf">The class that checks a record or union; null where none does.</param>
internal sealed class ConstraintLowering(Func<TypeRef, string?> checksOf, DiagnosticBag diagnostics)
{
    /// <summary>What holds for values of a schema. Of several schemas that hold, the one said last wins where both speak of the same.</summary>
    public ConstraintsModel Of(Schema schema, TypeRef type) => Of(schema, type, []);

    private ConstraintsModel Of(Schema schema, TypeRef type, HashSet<Schema> visited)
    {
        ConstraintsModel constraints = ConstraintsModel.None with { ChecksName = checksOf(type) ?? "" };
        foreach (Schema part in Parts(schema, visited))
        {
            constraints = Add(constraints, part, type);
        }

        return constraints;
    }

    /// <summary>The schema with what it refers to and is composed of, the general before the special.</summary>
    private static IEnumerable<Schema> Parts(Schema schema, HashSet<Schema> visited) =>
        visited.Add(schema)
            ? [.. schema.Reference is { } target ? Parts(target, visited) : [], .. schema.AllOf.SelectMany(part => Parts(part, visited)), schema]
            : [];

    private ConstraintsModel Add(ConstraintsModel known, Schema schema, TypeRef type)
    {
        if (schema.Mapping is not { } node)
        {
            return known;
        }

        return type.Kind switch
        {
            TypeKind.String => known with
            {
                MinLength = Size(node, "minLength") ?? known.MinLength,
                MaxLength = Size(node, "maxLength") ?? known.MaxLength,
                Pattern = Pattern(node) ?? known.Pattern,
            },
            TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt64 or TypeKind.Decimal or TypeKind.Single or TypeKind.Double => AddNumber(known, node, type),
            TypeKind.List => known with
            {
                MinItems = Size(node, "minItems") ?? known.MinItems,
                MaxItems = Size(node, "maxItems") ?? known.MaxItems,
                HasUniqueItems = node.Flag("uniqueItems") || known.HasUniqueItems,
                Element = Element(schema.Items, type) ?? known.Element,
            },
            TypeKind.Map => known with
            {
                MinItems = Size(node, "minProperties") ?? known.MinItems,
                MaxItems = Size(node, "maxProperties") ?? known.MaxItems,
                Element = Element(schema.AdditionalProperties, type) ?? known.Element,
            },
            _ => known,
        };
    }

    private ConstraintsModel? Element(Schema? schema, TypeRef collection)
    {
        ConstraintsModel element = schema is null ? ConstraintsModel.None with { ChecksName = checksOf(collection.Element!) ?? "" } : Of(schema, collection.Element!);
        return element.IsNone ? null : element;
    }

    private ConstraintsModel AddNumber(ConstraintsModel known, MappingNode node, TypeRef type)
    {
        // A flag beside the bound in OpenAPI 3.0, a bound of its own from 3.1 on.
        bool isAbove = node["exclusiveMinimum"] is ScalarNode { Kind: ScalarKind.Boolean };
        bool isBelow = node["exclusiveMaximum"] is ScalarNode { Kind: ScalarKind.Boolean };
        NumberModel? above = isAbove ? null : Number(node, "exclusiveMinimum");
        NumberModel? below = isBelow ? null : Number(node, "exclusiveMaximum");
        NumberModel? divisor = Number(node, "multipleOf");
        if (divisor is not null && (type.Kind is TypeKind.Single or TypeKind.Double || divisor.Unscaled <= 0))
        {
            // A tenth is no multiple of a hundredth in binary fractions.
            diagnostics.ReportAtName(Descriptors.NotEnforced, node["multipleOf"]!, "multipleOf");
            divisor = null;
        }

        NumberModel? minimum = Number(node, "minimum");
        NumberModel? maximum = Number(node, "maximum");
        return known with
        {
            Minimum = above ?? minimum ?? known.Minimum,
            Maximum = below ?? maximum ?? known.Maximum,
            IsMinimumExclusive = above is not null || (minimum is not null ? isAbove && node.Flag("exclusiveMinimum") : known.IsMinimumExclusive),
            IsMaximumExclusive = below is not null || (maximum is not null ? isBelow && node.Flag("exclusiveMaximum") : known.IsMaximumExclusive),
            MultipleOf = divisor ?? known.MultipleOf,
        };
    }

    /// <summary>A number of elements; beyond what any value can have, the bound is left out.</summary>
    private static int? Size(MappingNode node, string keyword) =>
        decimal.TryParse(node.Text(keyword), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal size) && size is >= 0 and <= int.MaxValue ? (int)size : null;

    private NumberModel? Number(MappingNode node, string keyword)
    {
        if (node[keyword] is not { } value)
        {
            return null;
        }

        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (value is ScalarNode scalar && decimal.TryParse(scalar.Text, Style, CultureInfo.InvariantCulture, out decimal number))
        {
            long divisor = 1;
            while (number != decimal.Truncate(number) && Math.Abs(number) < long.MaxValue / 10 && divisor < 1_000_000_000_000_000_000)
            {
                number *= 10;
                divisor *= 10;
            }

            if (number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue)
            {
                return new NumberModel((long)number, divisor);
            }
        }

        diagnostics.ReportAtName(Descriptors.NotEnforced, value, keyword);
        return null;
    }

    /// <summary>A pattern that .NET can read. Documents write those of ECMAScript, which differ in a few rare places.</summary>
    private string? Pattern(MappingNode node)
    {
        if (node["pattern"] is not ScalarNode pattern)
        {
            return null;
        }

        try
        {
            _ = new Regex(pattern.Text, RegexOptions.CultureInvariant);
            return pattern.Text;
        }
        catch (ArgumentException)
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, pattern, "pattern");
            return null;
        }
    }
}
