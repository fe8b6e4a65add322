using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Dragoman.Corpus.Tests;

/// <summary>Compares names and values, in any order.</summary>
internal static partial class PairCheck
{
    /// <param name="place">What they are of.</param>
    public static IEnumerable<string> Differences(string place, IReadOnlyList<(string Name, string Value)> expected, IReadOnlyList<(string Name, string Value)> actual)
    {
        List<(string Name, string Value)> left = [.. actual];
        foreach ((string name, string value) in expected)
        {
            int found = left.FindIndex(pair => WithoutNumbers(pair.Name) == WithoutNumbers(name) && AreSame(pair.Value, value));
            if (found >= 0)
            {
                left.RemoveAt(found);
            }
            else
            {
                yield return $"the {place} lacks {name}={value}";
            }
        }

        foreach ((string name, string value) in left)
        {
            yield return $"the {place} has {name}={value}, which was not given";
        }
    }

    /// <summary>The fields of a form as in URLs: each in the style of its encoding; without one lists repeat their field, and objects are JSON (OpenAPI 3.1, sections 4.8.14.4 and 4.8.15).</summary>
    public static IReadOnlyList<(string Name, string Value)> OfForm(JsonObject? encodings, JsonNode? value) =>
    [
        .. (value as JsonObject ?? []).SelectMany(field => (encodings?[field.Key], field.Value) switch
        {
            (JsonObject encoding, _) when encoding["style"] is { } style => SentText.Pairs(field.Key, style.ToString(), encoding["explode"]?.GetValue<bool>() ?? style.ToString() == "form", field.Value),
            (JsonObject encoding, _) when encoding["explode"] is { } explode => SentText.Pairs(field.Key, "form", explode.GetValue<bool>(), field.Value),
            (JsonObject encoding, JsonArray) when encoding["contentType"] is { } type && CallContent.IsJson(type.ToString()) => SentText.Pairs(field.Key, "json", false, field.Value),
            (_, JsonObject) => SentText.Pairs(field.Key, "json", false, field.Value),
            _ => SentText.Pairs(field.Key, "form", true, field.Value),
        }),
    ];

    private static bool AreSame(string first, string second) => TextFormat.MeanTheSame(first, second) || (IsJson(first) && IsJson(second) && AreSameJson(first, second));

    private static bool IsJson(string text) => text is ['{', ..] or ['[', ..];

    private static bool AreSameJson(string first, string second)
    {
        try
        {
            return JsonDifference.Between(JsonNode.Parse(first), JsonNode.Parse(second)) is null;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    /// <summary>Lists within deepObject have numbers or empty brackets: the style does not say.</summary>
    private static string WithoutNumbers(string name) => ListIndex().Replace(name, "");

    [GeneratedRegex("\\[[0-9]*\\]")]
    private static partial Regex ListIndex();
}
