using System.Globalization;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>Values of schemas that have no parts. Each is another one, so that two that change places are seen.</summary>
internal sealed class ScalarSample(SampleText text, int firstNumber)
{
    private int _number = firstNumber;

    /// <param name="schemas">All that is said of the value.</param>
    /// <param name="isPart">Whether it is an item or a member.</param>
    public JsonNode? Of(string type, IReadOnlyList<JsonObject> schemas, bool isPart) => type switch
    {
        "boolean" => JsonValue.Create(true),
        "integer" => JsonValue.Create(decimal.Truncate(Number(schemas, 0))),
        "number" => JsonValue.Create(Number(schemas, FormatOf(schemas) is "int32" or "int64" ? 0 : 0.5m)),
        "null" => null,
        _ => JsonValue.Create(Text(schemas, isPart)),
    };

    private decimal Number(IReadOnlyList<JsonObject> schemas, decimal fraction)
    {
        decimal number = (_number++ % 100) + fraction;
        decimal? least = Bound(schemas, "minimum") ?? (Bound(schemas, "exclusiveMinimum") is { } above ? above + 1 : null);
        decimal? most = Bound(schemas, "maximum") ?? (Bound(schemas, "exclusiveMaximum") is { } below ? below - 1 : null);
        number = least > number ? least.Value + 1 <= (most ?? decimal.MaxValue) ? least.Value + 1 : least.Value : number;
        number = most < number ? most.Value - 1 >= (least ?? decimal.MinValue) ? most.Value - 1 : most.Value : number;
        return Bound(schemas, "multipleOf") is { } step and > 0 ? Math.Ceiling(number / step) * step : number;
    }

    private string Text(IReadOnlyList<JsonObject> schemas, bool isPart)
    {
        int number = _number++;
        if (OfFormat(FormatOf(schemas), number) is { } special)
        {
            return special;
        }

        string made = text.Of(number, isPart);
        decimal most = Bound(schemas, "maxLength") ?? int.MaxValue;
        string fitted = made.Length > most ? new string((char)('a' + (number % 26)), (int)most) : made;
        return fitted.PadRight((int)Math.Min(Bound(schemas, "minLength") ?? 0, 1000), 'x');
    }

    private static string? FormatOf(IReadOnlyList<JsonObject> schemas) => schemas.Select(schema => schema["format"]?.ToString()).FirstOrDefault(said => said is not null);

    /// <summary>Texts of the formats that have a type of their own in .NET, as .NET writes them.</summary>
    private static string? OfFormat(string? format, int number) => format switch
    {
        "date-time" => string.Create(CultureInfo.InvariantCulture, $"2024-05-17T12:30:{number % 60:00}Z"),
        "date" => string.Create(CultureInfo.InvariantCulture, $"2024-05-{1 + (number % 28):00}"),
        "time" => string.Create(CultureInfo.InvariantCulture, $"12:30:{number % 60:00}"),
        "duration" => string.Create(CultureInfo.InvariantCulture, $"PT{1 + (number % 59)}S"),
        "uuid" or "guid" => string.Create(CultureInfo.InvariantCulture, $"0b5c2f1e-3d4a-4f6b-8c7d-{number:x12}"),
        "byte" or "base64url" => Convert.ToBase64String(BitConverter.GetBytes(number)[..3]),
        "uri" or "url" => string.Create(CultureInfo.InvariantCulture, $"https://example.com/{number}"),
        "email" => string.Create(CultureInfo.InvariantCulture, $"a{number}@example.com"),
        "int32" or "int64" or "uint32" or "uint64" or "decimal" or "double" or "float" or "number" or "integer" => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static decimal? Bound(IReadOnlyList<JsonObject> schemas, string keyword)
    {
        foreach (JsonObject schema in schemas)
        {
            if (schema[keyword] is JsonValue value && decimal.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal bound))
            {
                return bound;
            }
        }

        return null;
    }
}
