using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dragoman.Corpus.Tests;

/// <summary>YAML by YamlDotNet's document model, which the generator does not use. Plain scalars mean what the core schema says (YAML 1.2, section 10.3).</summary>
internal static partial class YamlTree
{
    public static JsonNode? Read(string text)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(text));
        return Node(stream.Documents[0].RootNode);
    }

    /// <summary>Writes block style, in which texts are quoted, so that none reads as a number or a date.</summary>
    public static string Write(JsonNode tree)
    {
        using StringWriter text = new(CultureInfo.InvariantCulture);
        new YamlStream(new YamlDocument(Node(tree))).Save(text, assignAnchors: false);
        return text.ToString();
    }

    private static JsonNode? Node(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, Node(child.Value)))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Node)]),
        YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value!),
        YamlScalarNode scalar => JsonValue.Create(scalar.Value),
        _ => throw new InvalidOperationException($"{node.NodeType} is not read."),
    };

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => null,
        "true" or "True" or "TRUE" => JsonValue.Create(true),
        "false" or "False" or "FALSE" => JsonValue.Create(false),
        _ when JsonNumber().IsMatch(text) => JsonNode.Parse(text),
        _ when YamlNumber().IsMatch(text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };

    private static YamlNode Node(JsonNode? node) => node switch
    {
        null => new YamlScalarNode("null") { Style = ScalarStyle.Plain },
        JsonObject members => new YamlMappingNode(members.Select(member => KeyValuePair.Create<YamlNode, YamlNode>(Text(member.Key), Node(member.Value)))),
        JsonArray items => new YamlSequenceNode(items.Select(Node)),
        _ when node.GetValueKind() == System.Text.Json.JsonValueKind.String => Text(node.GetValue<string>()),
        _ => new YamlScalarNode(node.ToJsonString()) { Style = ScalarStyle.Plain },
    };

    private static YamlScalarNode Text(string text) => new(text) { Style = ScalarStyle.DoubleQuoted };

    [GeneratedRegex("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?$")]
    private static partial Regex JsonNumber();

    [GeneratedRegex("^[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?$")]
    private static partial Regex YamlNumber();
}
