using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Tests.Infrastructure;

/// <summary>A YAML value as the JSON that an editor's schema check sees.</summary>
internal static class NodeJson
{
    public static JsonElement Of(Node node) => JsonSerializer.SerializeToElement(Value(node));

    private static JsonNode? Value(Node node) => node switch
    {
        MappingNode mapping => new JsonObject(mapping.Values.Select(value => KeyValuePair.Create(value.Key!.Text, Value(value)))),
        SequenceNode sequence => new JsonArray([.. sequence.Items.Select(Value)]),
        ScalarNode scalar => Value(scalar),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static JsonValue? Value(ScalarNode scalar) => scalar.Kind switch
    {
        ScalarKind.Null => null,
        ScalarKind.Boolean => JsonValue.Create(bool.Parse(scalar.Text)),
        ScalarKind.Integer => JsonValue.Create(decimal.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        ScalarKind.Float => JsonValue.Create(double.Parse(scalar.Text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(scalar.Text),
    };
}
