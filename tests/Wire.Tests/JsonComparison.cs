using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Wire.Tests;

/// <summary>Compares JSON by what it means.</summary>
internal static class JsonComparison
{
    /// <summary>Whether two values mean the same: members in any order, numbers by value, times by instant.</summary>
    public static bool AreSame(JsonNode? one, JsonNode? other) => (one, other) switch
    {
        (JsonObject left, JsonObject right) => left.Count == right.Count && left.All(member => right.TryGetPropertyValue(member.Key, out JsonNode? value) && AreSame(member.Value, value)),
        (JsonArray left, JsonArray right) => left.Count == right.Count && left.Zip(right).All(pair => AreSame(pair.First, pair.Second)),
        (JsonValue left, JsonValue right) => AreSame(left, right),
        _ => one is null && other is null,
    };

    private static bool AreSame(JsonValue one, JsonValue other) => (one.GetValueKind(), other.GetValueKind()) switch
    {
        (JsonValueKind.Number, JsonValueKind.Number) => decimal.Parse(one.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture) == decimal.Parse(other.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture),
        (JsonValueKind.String, JsonValueKind.String) => (string?)one == (string?)other || AreSameTime((string)one!, (string)other!),
        var (left, right) => left == right,
    };

    private static bool AreSameTime(string one, string other) =>
        DateTimeOffset.TryParse(one, CultureInfo.InvariantCulture, out DateTimeOffset left) && DateTimeOffset.TryParse(other, CultureInfo.InvariantCulture, out DateTimeOffset right) && left == right;
}
