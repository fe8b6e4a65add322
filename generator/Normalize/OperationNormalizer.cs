using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;
using Newtonsoft.Json;

namespace Dragoman.Generator.Normalize;

/// <summary>Writes one operation in the shape of OpenAPI 3.0, with everything but schemas in place of its $refs.</summary>
internal sealed class OperationNormalizer(JsonTextWriter writer, NodeTable nodes, ReferenceResolver references, SchemaNormalizer schemas, DiagnosticBag diagnostics)
{
    public void Write(MappingNode operation)
    {
        Start(operation);
        Text("operationId", operation);
        if (operation.Flag("deprecated"))
        {
            writer.WritePropertyName("deprecated");
            writer.WriteValue(true);
        }

        WriteTags(operation);
        List(operation, "security");
        WriteParameters(operation);
        WriteRequestBody(operation);
        WriteResponses(operation);
        writer.WriteEndObject();
    }

    public void WriteParameters(MappingNode owner)
    {
        if (List(owner, "parameters") is not { } list)
        {
            return;
        }

        writer.WritePropertyName("parameters");
        writer.WriteStartArray();
        foreach (Node item in list.Items)
        {
            if (references.Resolve(item, "a parameter: an object") is { } parameter && HasNameAndPlace(parameter))
            {
                WriteParameter(parameter);
            }
        }

        writer.WriteEndArray();
    }

    private bool HasNameAndPlace(MappingNode parameter)
    {
        if (parameter["name"] is not ScalarNode { Text.Length: > 0 })
        {
            diagnostics.Report(Descriptors.MissingMember, parameter, "name", "a parameter has a name");
            return false;
        }

        if (parameter["in"] is ScalarNode { Text: "path" or "query" or "header" or "cookie" })
        {
            return true;
        }

        if (parameter["in"] is { } place)
        {
            diagnostics.Report(Descriptors.WrongNode, place, "in", "path, query, header or cookie");
        }
        else
        {
            diagnostics.Report(Descriptors.MissingMember, parameter, "in", "a parameter has a place: path, query, header or cookie");
        }

        return false;
    }

    private void WriteParameter(MappingNode parameter)
    {
        Start(parameter);
        Text("name", parameter);
        Text("in", parameter);
        writer.WritePropertyName("required");
        writer.WriteValue(parameter.Flag("required") || parameter.Text("in") == "path");
        if (parameter["schema"] is { } schema)
        {
            writer.WritePropertyName("schema");
            schemas.Write(schema);
        }

        writer.WriteEndObject();
    }

    private void WriteRequestBody(MappingNode operation)
    {
        if (operation["requestBody"] is not { } node || references.Resolve(node, "a request body: an object") is not { } body)
        {
            return;
        }

        writer.WritePropertyName("requestBody");
        Start(body);
        writer.WritePropertyName("required");
        writer.WriteValue(body.Flag("required"));
        WriteContent(body);
        writer.WriteEndObject();
    }

    private void WriteResponses(MappingNode operation)
    {
        writer.WritePropertyName("responses");
        writer.WriteStartObject();
        foreach (Node node in Object(operation, "responses")?.Values ?? [])
        {
            string status = node.Key!.Text;
            if (status.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            if (!StatusKey.IsValid(status))
            {
                diagnostics.Report(Descriptors.BadStatus, node.Key, status);
                continue;
            }

            if (references.Resolve(node, "a response: an object") is { } response)
            {
                writer.WritePropertyName(status);
                Start(response);
                writer.WritePropertyName("description");
                writer.WriteValue("");
                WriteContent(response);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndObject();
    }

    private void WriteContent(MappingNode owner)
    {
        writer.WritePropertyName("content");
        writer.WriteStartObject();
        foreach (MappingNode media in (Object(owner, "content")?.Values ?? []).OfType<MappingNode>())
        {
            writer.WritePropertyName(media.Key!.Text);
            writer.WriteStartObject();
            if (media["schema"] is { } schema)
            {
                writer.WritePropertyName("schema");
                schemas.Write(schema);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteTags(MappingNode operation)
    {
        if (List(operation, "tags") is not { } tags)
        {
            return;
        }

        writer.WritePropertyName("tags");
        writer.WriteStartArray();
        foreach (string tag in tags.Texts)
        {
            writer.WriteValue(tag);
        }

        writer.WriteEndArray();
    }

    private SequenceNode? List(MappingNode owner, string name)
    {
        if (owner[name] is not { } node || node is SequenceNode)
        {
            return owner[name] as SequenceNode;
        }

        diagnostics.ReportAtName(Descriptors.WrongNode, node, name, "a list");
        return null;
    }

    private MappingNode? Object(MappingNode owner, string name)
    {
        if (owner[name] is not { } node || node is MappingNode)
        {
            return owner[name] as MappingNode;
        }

        diagnostics.ReportAtName(Descriptors.WrongNode, node, name, "an object");
        return null;
    }

    private void Start(Node node)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(CanonicalDocument.NodeKey);
        writer.WriteValue(nodes.NumberOf(node));
    }

    private void Text(string name, MappingNode owner)
    {
        if (owner.Text(name) is { } text)
        {
            writer.WritePropertyName(name);
            writer.WriteValue(text);
        }
    }
}
