using System.Globalization;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes a value of the document as C#.</summary>
internal static class LiteralCode
{
    public static CodeText Of(LiteralModel literal) => Of(literal.Kind, literal.Text);

    /// <param name="kind">What the value is written as.</param>
    /// <param name="text">As in <see cref="LiteralModel"/>.</param>
    public static CodeText Of(TypeKind kind, string text) => kind switch
    {
        TypeKind.List => CodeText.Of($"[]"),
        TypeKind.String => CodeText.Literal(text),
        TypeKind.Boolean => CodeText.Flag(text == "true"),
        TypeKind.UInt64 => CodeText.Number(decimal.Parse(text, CultureInfo.InvariantCulture)),
        TypeKind.Decimal => CodeText.Of($"{CodeText.Number(decimal.Parse(text, CultureInfo.InvariantCulture))}m"),
        TypeKind.Single => CodeText.Of($"{CodeText.Number(double.Parse(text, CultureInfo.InvariantCulture))}f"),
        TypeKind.Double => CodeText.Number(double.Parse(text, CultureInfo.InvariantCulture)),
        _ => CodeText.Number(long.Parse(text, CultureInfo.InvariantCulture)),
    };
}
