using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>
/// Compares JSON by what it means: members in any order, numbers by value, texts as instants, identifiers and durations where they are,
/// and a member that is null like one that is absent.
/// </summary>
internal static class JsonDifference
{
    /// <summary>Where two values differ first, or null.</summary>
    public static string? Between(JsonNode? expected, JsonNode? actual, string place = "") => (expected, actual) switch
    {
        (null, null) => null,
        (JsonObject left, JsonObject right) => left.Select(member => member.Key).Union(right.Select(member => member.Key))
            .Select(key => Between(left[key], right[key], $"{place}/{key}")).FirstOrDefault(difference => difference is not null),
        (JsonArray left, JsonArray right) when left.Count == right.Count => left.Zip(right)
            .Select((pair, index) => Between(pair.First, pair.Second, $"{place}/{index}")).FirstOrDefault(difference => difference is not null),
        (JsonValue left, JsonValue right) when AreEqual(left, right) => null,
        _ => $"{place}: {Shown(expected)} became {Shown(actual)}",
    };

    private static bool AreEqual(JsonValue left, JsonValue right) => (left.GetValueKind(), right.GetValueKind()) switch
    {
        (JsonValueKind.String, JsonValueKind.String) => TextFormat.MeanTheSame(left.GetValue<string>(), right.GetValue<string>()),
        (JsonValueKind.Number, JsonValueKind.Number) => Number(left) == Number(right),
        var (first, second) => first == second,
    };

    private static double Number(JsonValue value) => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Shown(JsonNode? node)
    {
        string text = node?.ToJsonString() ?? "nothing";
        return text.Length > 80 ? $"{text[..80]}…" : text;
    }
}
