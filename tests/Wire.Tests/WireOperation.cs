using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml;

namespace Dragoman.Wire.Tests;

/// <summary>An operation of a document.</summary>
internal sealed class WireOperation
{
    private readonly List<string> _places;

    public WireOperation(WireDocument document, string method, string path, JsonArray? shared, JsonObject node)
    {
        Method = method;
        Path = path;
        _places = [.. Regex.Matches(path, @"\{(.*?)\}").Select(place => place.Groups[1].Value)];
        PathPattern = Regex.Replace(WireDocument.Pattern(path, ".*"), @"\?<p(\d+)>", "?<o$1>");
        Parameters = [.. (shared ?? []).Concat(node["parameters"] as JsonArray ?? []).Select(parameter => new WireParameter(document, document.Resolve(parameter!)))];
        ResponseHeaders =
        [
            .. from response in node["responses"]!.AsObject()
               from header in document.Resolve(response.Value!)["headers"]?.AsObject() ?? []
               select header.Key,
        ];
    }

    /// <summary>The HTTP method in lower case.</summary>
    public string Method { get; }

    /// <summary>The path template.</summary>
    public string Path { get; }

    public string PathPattern { get; }

    public IReadOnlyList<WireParameter> Parameters { get; }

    /// <summary>The names of the headers that its responses declare.</summary>
    public IReadOnlyList<string> ResponseHeaders { get; }

    /// <summary>The pattern's group of a path parameter.</summary>
    public string PlaceOf(string name) => $"o{_places.IndexOf(name)}";
}

/// <summary>A parameter of an operation (OpenAPI 3.1, section 4.8.12).</summary>
internal sealed class WireParameter(WireDocument document, JsonObject node)
{
    public string Name { get; } = (string)node["name"]!;

    public string Place { get; } = (string)node["in"]!;

    public string Style { get; } = (string?)node["style"] ?? ((string)node["in"]! is "query" or "cookie" ? "form" : "simple");

    public bool Explode => (bool?)node["explode"] ?? Style is "form" or "cookie";

    public WireSchema Schema { get; } = new(document, node["schema"] ?? node["content"]!.AsObject().First().Value!["schema"]!);
}

/// <summary>As much of a schema as it takes to tell texts apart.</summary>
internal sealed class WireSchema
{
    private readonly WireDocument _document;
    private readonly JsonObject _node;

    public WireSchema(WireDocument document, JsonNode node)
    {
        _document = document;
        _node = document.Resolve(node);
        // An alternative of null aside, the first says enough.
        if ((_node["anyOf"] ?? _node["oneOf"]) is JsonArray alternatives && alternatives.FirstOrDefault(one => (string?)one!["type"] != "null") is { } first)
        {
            _node = document.Resolve(first);
        }
    }

    /// <summary>The type; of several the first that is not null.</summary>
    public string Type => _node["type"] switch
    {
        JsonArray several => several.Select(type => (string)type!).FirstOrDefault(type => type != "null") ?? "null",
        JsonValue one => (string)one!,
        _ => "string",
    };

    public WireSchema Items => new(_document, _node["items"]!);

    /// <summary>The schema of a member, declared or additional.</summary>
    public WireSchema Member(string name) =>
        (_node["properties"]?[name] ?? _node["additionalProperties"] ?? _node["unevaluatedProperties"]) is JsonObject schema ? new(_document, schema) : new(_document, new JsonObject());

    /// <summary>The value that a text stands for; a duration in the form of ISO 8601, whatever its unit.</summary>
    public JsonNode? Value(string text) => ((string?)_node["format"], Type) switch
    {
        ("seconds", "integer" or "number") => JsonValue.Create(XmlConvert.ToString(TimeSpan.FromSeconds(double.Parse(text, CultureInfo.InvariantCulture)))),
        ("milliseconds", "integer" or "number") => JsonValue.Create(XmlConvert.ToString(TimeSpan.FromMilliseconds(double.Parse(text, CultureInfo.InvariantCulture)))),
        (_, "integer" or "number" or "boolean") => JsonNode.Parse(text),
        _ => JsonValue.Create(text),
    };
}
