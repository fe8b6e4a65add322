using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Brings an OpenAPI document of any version to the one shape that the object model reads, and reports what it cannot bring.</summary>
internal sealed class DocumentNormalizer
{
    private static readonly string[] s_versions = ["3.0", "3.1", "3.2"];
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"];
    private static readonly string[] s_pathItemMembers = ["$ref", "summary", "description", "servers", "parameters", .. s_methods];

    private readonly MappingNode _root;
    private readonly DiagnosticBag _diagnostics;
    private readonly NodeTable _nodes = new();
    private readonly ReferenceResolver _references;
    private readonly SchemaNormalizer _schemas;
    private readonly OperationNormalizer _operations;
    private readonly CanonicalWriter _writer;
    private readonly ShapeCheck _check;

    private DocumentNormalizer(MappingNode root, DocumentFiles files, Reshaping reshaping, DiagnosticBag diagnostics)
    {
        _root = root;
        _diagnostics = diagnostics;
        _writer = new CanonicalWriter(_nodes);
        _check = new ShapeCheck(diagnostics);
        _references = new ReferenceResolver(root, files, reshaping, diagnostics);
        _schemas = new SchemaNormalizer(_writer, _nodes, _references, diagnostics);
        _operations = new OperationNormalizer(_writer, _references, _schemas, diagnostics);
    }

    /// <summary>The canonical document; null where the file is not an OpenAPI document that we read, which is then reported.</summary>
    /// <param name="files">The document with the files that it may refer to; null for a document by itself.</param>
    public static CanonicalDocument? Normalize(Node node, DiagnosticBag diagnostics, DocumentFiles? files = null)
    {
        if (node is not MappingNode root)
        {
            diagnostics.Report(Descriptors.NotOpenApi, node, "its root is not an object");
            return null;
        }

        if (!HasSupportedVersion(root, diagnostics))
        {
            return null;
        }

        files ??= new DocumentFiles(root, [], new NodeCount(), diagnostics);
        Reshaping reshaping = new();
        MappingNode shaped = SwaggerDocument.Is(root) ? SwaggerDocument.Convert(root, files, reshaping) : root;
        return new DocumentNormalizer(shaped, files, reshaping, diagnostics).Write();
    }

    private static bool HasSupportedVersion(MappingNode root, DiagnosticBag diagnostics)
    {
        if ((root["openapi"] ?? root["swagger"]) is not ScalarNode version)
        {
            diagnostics.Report(Descriptors.NotOpenApi, root, "it has no 'openapi' member with a version");
            return false;
        }

        if (SwaggerDocument.Is(root) || (version.Key!.Text == "openapi" && s_versions.Any(known => version.Text == known || version.Text.StartsWith($"{known}.", StringComparison.Ordinal))))
        {
            return true;
        }

        diagnostics.Report(Descriptors.UnsupportedVersion, version, version.Text);
        return false;
    }

    private CanonicalDocument Write()
    {
        _writer.StartObject();
        _writer.Text("openapi", "3.0.3");
        WriteInfo();
        WritePaths();
        _writer.Name("components");
        _writer.StartObject();
        _writer.Name("schemas");
        _writer.StartObject();
        foreach (Node schema in _check.Mapping(_check.Mapping(_root, "components"), "schemas")?.Values ?? [])
        {
            _schemas.Require(schema);
        }

        _schemas.WriteComponents();
        _writer.EndObject();
        _writer.EndObject();
        _writer.EndObject();
        return new CanonicalDocument(_writer.ToString(), _root, _nodes, _references, SecuritySchemes(), NamedSchemas());
    }

    /// <summary>The object model refuses some kinds of security schemes, so they stay outside the canonical text.</summary>
    private IReadOnlyList<KeyValuePair<string, MappingNode>> SecuritySchemes()
    {
        List<KeyValuePair<string, MappingNode>> schemes = [];
        foreach (Node node in _check.Mapping(_root.Mapping("components"), "securitySchemes")?.Values ?? [])
        {
            if (_references.Resolve(node, "a security scheme: an object") is { } scheme)
            {
                schemes.Add(new(node.Key!.Text, scheme));
            }
        }

        return schemes;
    }

    private IReadOnlyList<KeyValuePair<string, Node>> NamedSchemas()
    {
        List<KeyValuePair<string, Node>> schemas = [];
        HashSet<Node> named = [];
        foreach (Node component in (_root.Mapping("components")?.Mapping("schemas")?.Values ?? []).OrderBy(component => component.Key!.Text, StringComparer.Ordinal))
        {
            Node schema = TargetOf(component) ?? component;
            if (named.Add(schema))
            {
                schemas.Add(new(component.Key!.Text, schema));
            }
        }

        IEnumerable<Node> ofParts = _schemas.Required.Where(schema => schema.File.PartName.Length > 0 && !ReferenceResolver.IsReference(schema) && named.Add(schema));
        return [.. schemas, .. ofParts.Select(schema => new KeyValuePair<string, Node>(NameOf(schema), schema)).OrderBy(schema => schema.Key, StringComparer.Ordinal).ThenBy(schema => schema.Value.Pointer, StringComparer.Ordinal)];
    }

    /// <summary>What a component gives its name that is nothing but a reference to it: a schema of another file, or the shape that a schema has for this component alone; else null.</summary>
    private Node? TargetOf(Node component)
    {
        if (component is not MappingNode mapping || mapping["$ref"] is not { } reference || _references.CircleOf(component) is not null || _references.Target(reference) is not { } first)
        {
            return null;
        }

        Node bound = _references.Bind(mapping, first);
        Node? target = _references.Follow(bound);
        return target is not null && (target.File.PartName.Length > 0 || (bound != first && SchemaNormalizer.IsPlain(mapping))) ? target : null;
    }

    /// <summary>The last part of the pointer to a schema, else its file's name.</summary>
    private static string NameOf(Node schema) => (schema.Origin ?? schema).Key?.Text ?? Path.GetFileNameWithoutExtension(schema.File.PartName);

    private void WriteInfo()
    {
        foreach (string name in new[] { "servers", "security", "tags" })
        {
            _check.Sequence(_root, name);
        }

        if (_root["webhooks"] is { } webhooks)
        {
            _diagnostics.ReportAtName(Descriptors.WebhooksLeftOut, webhooks, "webhooks");
        }

        _writer.Name("info");
        _writer.StartObject();
        _writer.Text("title", _root.Mapping("info")?.Text("title") ?? "");
        _writer.Text("version", _root.Mapping("info")?.Text("version") ?? "");
        _writer.EndObject();
    }

    private void WritePaths()
    {
        _writer.Name("paths");
        _writer.StartObject();
        foreach (Node node in _check.Mapping(_root, "paths")?.Values ?? [])
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

            if (PathTemplate.Rooted(path) != path)
            {
                _diagnostics.Report(Descriptors.PathWithoutSlash, node.Key, path);
            }

            if (_references.Resolve(node, "a path item: an object") is { } item)
            {
                _writer.Name(path);
                WritePathItem(PathItemForm.Of(node, item, _references));
            }
        }

        _writer.EndObject();
    }

    private void WritePathItem(MappingNode item)
    {
        _writer.StartObject(item);
        _operations.WriteParameters(item);
        foreach (Node member in item.Values)
        {
            string name = member.Key!.Text;
            if (s_methods.Contains(name) && member is MappingNode operation)
            {
                _writer.Name(name);
                _operations.Write(operation);
            }
            else if (s_methods.Contains(name))
            {
                _diagnostics.ReportAtName(Descriptors.WrongNode, member, name, "an operation: an object");
            }
            else if (name == "additionalOperations")
            {
                WriteAdditional(item);
            }
            else if (!s_pathItemMembers.Contains(name) && !name.StartsWith("x-", StringComparison.Ordinal))
            {
                _diagnostics.ReportAtName(Descriptors.OperationLeftOut, member, $"{name} {item.Key?.Text}", $"'{name}' is not a method that has a member of its own: others belong into 'additionalOperations'");
            }
        }

        _writer.EndObject();
    }

    /// <summary>Operations under methods that have no member of their own (OpenAPI 3.2, 4.9).</summary>
    private void WriteAdditional(MappingNode item)
    {
        foreach (Node node in _check.Mapping(item, "additionalOperations")?.Values ?? [])
        {
            string method = node.Key!.Text;
            if (!HttpToken.Is(method))
            {
                _diagnostics.Report(Descriptors.WrongNode, node.Key, method, $"a method: {HttpToken.Form}");
            }
            else if (node is MappingNode operation)
            {
                _writer.Name(MethodKey.OfAdditional(method));
                _operations.Write(operation);
            }
            else
            {
                _diagnostics.ReportAtName(Descriptors.WrongNode, node, method, "an operation: an object");
            }
        }
    }
}
