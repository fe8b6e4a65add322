using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;
using Newtonsoft.Json;

namespace Dragoman.Generator.Normalize;

/// <summary>Brings an OpenAPI document of any version to the one shape that the object model reads, and reports what it cannot bring.</summary>
internal sealed class DocumentNormalizer
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];
    private static readonly string[] s_pathItemMembers = ["$ref", "summary", "description", "servers", "parameters", .. s_methods];

    private readonly MappingNode _root;
    private readonly DiagnosticBag _diagnostics;
    private readonly NodeTable _nodes = new();
    private readonly ReferenceResolver _references;
    private readonly SchemaNormalizer _schemas;
    private readonly OperationNormalizer _operations;
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture);
    private readonly JsonTextWriter _writer;

    private DocumentNormalizer(MappingNode root, DiagnosticBag diagnostics)
    {
        _root = root;
        _diagnostics = diagnostics;
        _writer = new JsonTextWriter(_text);
        _references = new ReferenceResolver(root, diagnostics);
        _schemas = new SchemaNormalizer(_writer, _nodes, _references, diagnostics);
        _operations = new OperationNormalizer(_writer, _nodes, _references, _schemas, diagnostics);
    }

    /// <summary>The canonical document; null where the file is not an OpenAPI document that we read, which is then reported.</summary>
    public static CanonicalDocument? Normalize(Node node, DiagnosticBag diagnostics)
    {
        if (node is not MappingNode root)
        {
            diagnostics.Report(Descriptors.NotOpenApi, node, "its root is not an object");
            return null;
        }

        return HasSupportedVersion(root, diagnostics) ? new DocumentNormalizer(root, diagnostics).Write() : null;
    }

    private static bool HasSupportedVersion(MappingNode root, DiagnosticBag diagnostics)
    {
        if ((root["openapi"] ?? root["swagger"]) is not ScalarNode version)
        {
            diagnostics.Report(Descriptors.NotOpenApi, root, "it has no 'openapi' member with a version");
            return false;
        }

        if (version.Key!.Text == "openapi" && (version.Text is "3.0" or "3.1" || version.Text.StartsWith("3.0.", StringComparison.Ordinal) || version.Text.StartsWith("3.1.", StringComparison.Ordinal)))
        {
            return true;
        }

        diagnostics.Report(Descriptors.UnsupportedVersion, version, version.Text);
        return false;
    }

    private CanonicalDocument Write()
    {
        _writer.WriteStartObject();
        Member("openapi", "3.0.3");
        WriteInfo();
        WritePaths();
        _writer.WritePropertyName("components");
        _writer.WriteStartObject();
        _writer.WritePropertyName("schemas");
        _writer.WriteStartObject();
        foreach (Node schema in Mapping(Mapping(_root, "components"), "schemas")?.Values ?? [])
        {
            _schemas.Require(schema);
        }

        _schemas.WriteComponents();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        return new CanonicalDocument(_text.ToString(), _root, _nodes);
    }

    private void WriteInfo()
    {
        foreach (Node node in new[] { _root["servers"], _root["security"], _root["tags"] }.OfType<Node>().Where(node => node is not SequenceNode))
        {
            _diagnostics.ReportAtName(Descriptors.WrongNode, node, node.Key!.Text, "a list");
        }

        if (_root["webhooks"] is { } webhooks)
        {
            _diagnostics.ReportAtName(Descriptors.WebhooksLeftOut, webhooks, "webhooks");
        }

        _writer.WritePropertyName("info");
        _writer.WriteStartObject();
        Member("title", _root.Mapping("info")?.Text("title") ?? "");
        Member("version", _root.Mapping("info")?.Text("version") ?? "");
        _writer.WriteEndObject();
    }

    private void WritePaths()
    {
        _writer.WritePropertyName("paths");
        _writer.WriteStartObject();
        foreach (Node node in Mapping(_root, "paths")?.Values ?? [])
        {
            string path = node.Key!.Text;
            if (path.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (PathTemplate.Problem(path) is { } problem)
            {
                _diagnostics.Report(Descriptors.BadPath, node.Key, path, problem);
                continue;
            }

            if (_references.Resolve(node, "a path item: an object") is { } item)
            {
                _writer.WritePropertyName(path);
                WritePathItem(item);
            }
        }

        _writer.WriteEndObject();
    }

    private void WritePathItem(MappingNode item)
    {
        _writer.WriteStartObject();
        _writer.WritePropertyName(CanonicalDocument.NodeKey);
        _writer.WriteValue(_nodes.NumberOf(item));
        _operations.WriteParameters(item);
        foreach (Node member in item.Values)
        {
            string name = member.Key!.Text;
            if (s_methods.Contains(name) && member is MappingNode operation)
            {
                _writer.WritePropertyName(name);
                _operations.Write(operation);
            }
            else if (s_methods.Contains(name))
            {
                _diagnostics.ReportAtName(Descriptors.WrongNode, member, name, "an operation: an object");
            }
            else if (!s_pathItemMembers.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                _diagnostics.ReportAtName(Descriptors.OperationLeftOut, member, $"{name} {item.Key?.Text}", $"'{name}' is not a method of OpenAPI 3.0 and 3.1");
            }
        }

        _writer.WriteEndObject();
    }

    private MappingNode? Mapping(MappingNode? owner, string name)
    {
        if (owner?[name] is { } node and not MappingNode)
        {
            _diagnostics.ReportAtName(Descriptors.WrongNode, node, name, "an object");
        }

        return owner?.Mapping(name);
    }

    private void Member(string name, string value)
    {
        _writer.WritePropertyName(name);
        _writer.WriteValue(value);
    }
}
