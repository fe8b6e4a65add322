using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the calls that check one value.</summary>
internal sealed class CheckCode(Names names)
{
    private CodeText Check => names["ValueCheck"];

    /// <param name="path">An expression for what the value belongs to.</param>
    /// <param name="name">What it is called there; empty where it is that itself.</param>
    public IEnumerable<CodeText> Statements(TypeRef type, ConstraintsModel constraints, CodeText value, CodeText path, string name)
    {
        CodeText place = name.Length == 0 ? path : CodeText.Of($"{path}, {CodeText.Literal(name)}");
        if (constraints.MinLength > 0 || constraints.MaxLength is not null)
        {
            yield return CodeText.Of($"{Check}.Length({value}, {CodeText.Number(constraints.MinLength)}, {Most(constraints.MaxLength)}, {place});");
        }

        if (constraints.Pattern.Length > 0)
        {
            yield return CodeText.Of($"{Check}.Pattern({value}, {CodeText.Literal(constraints.Pattern)}, {place});");
        }

        if (constraints.Minimum is not null || constraints.Maximum is not null)
        {
            bool isFloat = type.Kind is TypeKind.Single or TypeKind.Double;
            CodeText above = constraints.IsMinimumExclusive ? CodeText.Of($", above: true") : CodeText.Empty;
            CodeText below = constraints.IsMaximumExclusive ? CodeText.Of($", below: true") : CodeText.Empty;
            yield return CodeText.Of($"{Check}.{(isFloat ? CodeText.Of($"FloatRange") : CodeText.Of($"Range"))}({value}, {Number(constraints.Minimum, isFloat)}, {Number(constraints.Maximum, isFloat)}, {place}{above}{below});");
        }

        if (constraints.MultipleOf is { } divisor)
        {
            yield return CodeText.Of($"{Check}.MultipleOf({value}, {Number(divisor, isFloat: false)}, {place});");
        }

        if (constraints.MinItems > 0 || constraints.MaxItems is not null)
        {
            yield return CodeText.Of($"{Check}.Count({value}, {CodeText.Number(constraints.MinItems)}, {Most(constraints.MaxItems)}, {place});");
        }

        if (constraints.HasUniqueItems)
        {
            yield return CodeText.Of($"{Check}.Unique({value}, {place});");
        }

        if (constraints.Element is { } element)
        {
            CodeText method = type.Kind == TypeKind.Map ? CodeText.Of($"EachValue") : CodeText.Of($"Each");
            yield return CodeText.Of($"{Check}.{method}({value}, {path}, {CodeText.Literal(name)}, {Each(type.Element!, element)});");
        }

        if (constraints.ChecksName.Length > 0)
        {
            CodeText inner = name.Length == 0 ? path : CodeText.Of($"{Check}.Join({path}, {CodeText.Literal(name)})");
            yield return CodeText.Of($"{CodeText.Identifier(constraints.ChecksName)}.Check({value}, {inner});");
        }
    }

    /// <summary>A delegate that checks an item: a method where there is nothing else to check.</summary>
    private CodeText Each(TypeRef type, ConstraintsModel constraints)
    {
        if (constraints.ChecksName.Length > 0 && (constraints with { ChecksName = "" }).IsNone)
        {
            return CodeText.Of($"{CodeText.Identifier(constraints.ChecksName)}.Check");
        }

        IReadOnlyList<CodeText> statements = Statements(type, constraints, CodeText.Of($"item"), CodeText.Of($"path"), "").ToList();
        return CodeText.Of($$"""
            static (item, path) =>
            {
                {{CodeText.Lines(statements)}}
            }
            """);
    }

    private static CodeText Most(int? most) => most is { } bound ? CodeText.Number(bound) : CodeText.Of($"int.MaxValue");

    /// <summary>A constant expression, which the compiler computes.</summary>
    private static CodeText Number(NumberModel? number, bool isFloat)
    {
        if (number is null)
        {
            return CodeText.Of($"null");
        }

        CodeText suffix = isFloat ? CodeText.Of($"d") : CodeText.Of($"m");
        return number.Divisor == 1
            ? CodeText.Number(number.Unscaled)
            : CodeText.Of($"{CodeText.Number(number.Unscaled)}{suffix} / {CodeText.Number(number.Divisor)}{suffix}");
    }
}
