using System.Globalization;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Lowering;

/// <summary>Brings the numbers of a document to the one spelling that the model has for each.</summary>
internal static class NumberText
{
    /// <summary>The number in the spelling of its type; null where the text is no such number.</summary>
    /// <param name="kind">A kind of number.</param>
    public static string? Of(string text, TypeKind kind) => kind switch
    {
        TypeKind.Int32 => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        TypeKind.Int64 => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        TypeKind.UInt64 => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        TypeKind.Decimal => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number.ToString(CultureInfo.InvariantCulture) : null,
        TypeKind.Single => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float number) && !float.IsNaN(number) && !float.IsInfinity(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null,
        TypeKind.Double => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsNaN(number) && !double.IsInfinity(number) ? number.ToString("R", CultureInfo.InvariantCulture) : null,
        _ => null,
    };
}
