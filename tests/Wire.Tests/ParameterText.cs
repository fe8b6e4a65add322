using System.Text.Json.Nodes;

namespace Dragoman.Wire.Tests;

/// <summary>Reads a parameter's value back from the texts of a request, by its style (OpenAPI 3.1, section 4.8.12.2).</summary>
internal static class ParameterText
{
    /// <summary>The value that the expected request has for a parameter; null where it has none.</summary>
    public static JsonNode? Read(WireParameter parameter, WireMatch match, WireCall call) => parameter.Place switch
    {
        "path" => FromPath(parameter, match.PathText(parameter.Name)),
        "query" => FromQuery(parameter, match.Operation, call.Query),
        "header" => call.Header(parameter.Name) is { } text ? FromList(parameter.Schema, text, ',', parameter.Explode) : null,
        _ => null,
    };

    private static JsonNode? FromPath(WireParameter parameter, string encoded)
    {
        string text = Uri.UnescapeDataString(encoded);
        return parameter.Style switch
        {
            "label" => FromList(parameter.Schema, text[1..], parameter.Explode ? '.' : ',', parameter.Explode),
            "matrix" when parameter.Explode && parameter.Schema.Type == "object" => FromList(parameter.Schema, text[1..], ';', isExploded: true),
            "matrix" when parameter.Explode => FromList(parameter.Schema, text[1..].Replace($"{parameter.Name}=", "", StringComparison.Ordinal), ';', isExploded: true),
            "matrix" => FromList(parameter.Schema, text[(parameter.Name.Length + 2)..], ',', isExploded: false),
            _ => FromList(parameter.Schema, text, ',', parameter.Explode),
        };
    }

    private static JsonNode? FromQuery(WireParameter parameter, WireOperation operation, JsonObject query)
    {
        if (parameter is { Style: "form", Explode: true, Schema.Type: "object" })
        {
            IEnumerable<string> others = operation.Parameters.Where(other => other != parameter).Select(other => other.Name);
            return Object(query.Where(member => !others.Contains(member.Key)).Select(member => (member.Key, parameter.Schema.Member(member.Key).Value(member.Value!.ToString()))));
        }

        if (parameter.Style == "deepObject")
        {
            string start = $"{parameter.Name}[";
            return Object(query.Where(member => member.Key.StartsWith(start, StringComparison.Ordinal))
                .Select(member => (Name: member.Key[start.Length..^1], member.Value))
                .Select(member => (member.Name, parameter.Schema.Member(member.Name).Value(member.Value!.ToString()))));
        }

        char separator = parameter.Style switch
        {
            "spaceDelimited" => ' ',
            "pipeDelimited" => '|',
            _ => ',',
        };
        return query[parameter.Name] switch
        {
            null => null,
            JsonArray items => new JsonArray([.. items.Select(item => parameter.Schema.Items.Value(item!.ToString()))]),
            // A list that is exploded and has one item.
            { } one when parameter.Explode && parameter.Schema.Type == "array" => new JsonArray(parameter.Schema.Items.Value(one.ToString())),
            { } one => FromList(parameter.Schema, one.ToString(), separator, isExploded: false),
        };
    }

    /// <summary>A text whose items are separated; the whole text, where the schema is of a single value.</summary>
    private static JsonNode? FromList(WireSchema schema, string text, char separator, bool isExploded)
    {
        string[] items = text.Split(separator);
        return schema.Type switch
        {
            "array" => new JsonArray([.. items.Select(schema.Items.Value)]),
            "object" when isExploded => Object(items.Select(item => item.Split('=', 2)).Select(pair => (pair[0], schema.Member(pair[0]).Value(pair[^1])))),
            "object" => Object(items.Chunk(2).Select(pair => (pair[0], schema.Member(pair[0]).Value(pair[^1])))),
            _ => schema.Value(text),
        };
    }

    private static JsonObject Object(IEnumerable<(string Name, JsonNode? Value)> members) =>
        [.. members.Select(member => KeyValuePair.Create(member.Name, member.Value))];
}
