using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>What a value is on the wire once its escapes are read: by style (OpenAPI 3.1, section 4.8.12.4; RFC 6570), written without any code of the runtime.</summary>
internal static class SentText
{
    /// <summary>The text of a path's segment or of a header.</summary>
    public static string Of(CallParameter parameter, JsonNode? value)
    {
        if (parameter.Style == "json")
        {
            return value?.ToJsonString() ?? "null";
        }

        char separator = (parameter.Style, parameter.Explode) switch
        {
            ("label", true) => '.',
            ("matrix", true) => ';',
            ("spaceDelimited", _) => ' ',
            ("pipeDelimited", _) => '|',
            ("tabDelimited", _) => '\t',
            _ => ',',
        };
        bool isNamed = parameter is { Style: "matrix", Explode: true };
        string text = value switch
        {
            JsonArray items => string.Join(separator, items.Select(item => isNamed ? $"{parameter.Name}={Scalar(item)}" : Scalar(item))),
            JsonObject members => string.Join(separator, members.Select(member => parameter.Explode ? $"{member.Key}={Scalar(member.Value)}" : $"{member.Key}{separator}{Scalar(member.Value)}")),
            _ => isNamed ? $"{parameter.Name}={Scalar(value)}" : Scalar(value),
        };
        return parameter.Style switch
        {
            "label" => $".{text}",
            "matrix" when parameter.Explode => $";{text}",
            "matrix" => $";{parameter.Name}={text}",
            _ => text,
        };
    }

    /// <summary>The names and values of a query, of cookies or of fields.</summary>
    public static IEnumerable<(string Name, string Value)> Pairs(string name, string style, bool explode, JsonNode? value) => (style, value) switch
    {
        ("json", _) => [(name, value?.ToJsonString() ?? "null")],
        ("deepObject", JsonObject or JsonArray) => Deep(name, value),
        (_, JsonArray items) when explode => items.Select(item => (name, Scalar(item))),
        (_, JsonObject members) when explode => members.Select(member => (member.Key, Scalar(member.Value))),
        (_, JsonArray or JsonObject) => [(name, Of(new CallParameter(name, "query", true, style, false, null, null), value))],
        _ => [(name, Scalar(value))],
    };

    /// <summary>Objects in objects go on with brackets, as everybody does who has them; lists have numbers or none, which is compared without.</summary>
    private static IEnumerable<(string Name, string Value)> Deep(string name, JsonNode? value) => value switch
    {
        JsonObject members => members.SelectMany(member => Deep($"{name}[{member.Key}]", member.Value)),
        JsonArray items => items.SelectMany((item, index) => Deep($"{name}[{index}]", item)),
        _ => [(name, Scalar(value))],
    };

    public static string Scalar(JsonNode? value) => value switch
    {
        null => "",
        JsonObject or JsonArray => value.ToJsonString(),
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => value.ToJsonString(),
    };
}
