using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Writes one operation in the shape of OpenAPI 3.0, with everything but schemas in place of its $refs.</summary>
internal sealed class OperationNormalizer(CanonicalWriter writer, ReferenceResolver references, SchemaNormalizer schemas, DiagnosticBag diagnostics)
{
    private readonly ShapeCheck _check = new(diagnostics);

    public void Write(MappingNode operation)
    {
        writer.StartObject(operation);
        writer.Text("operationId", operation.Text("operationId"));
        writer.Flag("deprecated", operation.Flag("deprecated"));
        writer.Texts("tags", _check.Sequence(operation, "tags")?.Texts ?? []);
        _check.Sequence(operation, "security");
        WriteParameters(operation);
        WriteRequestBody(operation);
        WriteResponses(operation);
        if (operation.Mapping("callbacks") is { Values.Count: > 0 } callbacks)
        {
            diagnostics.ReportAtName(Descriptors.WebhooksLeftOut, callbacks, "callbacks");
        }

        writer.EndObject();
    }

    public void WriteParameters(MappingNode owner)
    {
        IEnumerable<MappingNode> parameters = (_check.Sequence(owner, "parameters")?.Items ?? [])
            .Select(item => references.Resolve(item, "a parameter: an object"))
            .OfType<MappingNode>()
            .Where(HasNameAndPlace);
        writer.List("parameters", parameters.ToList(), WriteParameter);
    }

    private bool HasNameAndPlace(MappingNode parameter)
    {
        if (parameter.Text("name") is not { Length: > 0 })
        {
            diagnostics.Report(Descriptors.MissingMember, parameter, "name", "a parameter has a name");
            return false;
        }

        if (parameter["in"] is ScalarNode { Text: "path" or "query" or "querystring" or "header" or "cookie" })
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
        writer.StartObject(parameter);
        writer.Text("name", parameter.Text("name"));
        // The whole query as one parameter is new in OpenAPI 3.2; the object model does not know it.
        writer.Text("in", parameter.Text("in") is "querystring" ? "query" : parameter.Text("in"));
        writer.Flag("required", parameter.Flag("required") || parameter.Text("in") == "path");
        if ((parameter["schema"] ?? ContentSchema(parameter)) is { } schema)
        {
            writer.Name("schema");
            schemas.Write(schema);
        }

        writer.EndObject();
    }

    /// <summary>A parameter may be described by a media type instead, of which there is one (OpenAPI 3.1, section 4.8.12.2). The object model knows schemas only.</summary>
    private Node? ContentSchema(MappingNode parameter) =>
        _check.Mapping(parameter, "content")?.Values.FirstOrDefault() is { } media ? references.Resolve(media, "a media type object")?["schema"] : null;

    private void WriteRequestBody(MappingNode operation)
    {
        if (operation["requestBody"] is not { } node || references.Resolve(node, "a request body: an object") is not { } body)
        {
            return;
        }

        writer.Name("requestBody");
        writer.StartObject(body);
        writer.Flag("required", body.Flag("required"));
        WriteContent(body);
        writer.EndObject();
    }

    private void WriteResponses(MappingNode operation)
    {
        writer.Name("responses");
        writer.StartObject();
        foreach (Node node in _check.Mapping(operation, "responses")?.Values ?? [])
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
                writer.Name(status);
                writer.StartObject(response);
                writer.Text("description", "");
                _check.Mapping(response, "headers");
                WriteContent(response);
                writer.EndObject();
            }
        }

        WriteChannel(operation);
        writer.EndObject();
    }

    /// <summary>The messages of a channel. OpenAPI has no word for them; the object model takes them for responses under keys that are no statuses.</summary>
    private void WriteChannel(MappingNode operation)
    {
        if (operation["x-websocket"] is MappingNode channel)
        {
            WriteMessage(ChannelKey.Received, channel, channel["receive"]);
            WriteMessage(ChannelKey.Sent, channel, channel.Mapping("send")?["json"]);
        }
    }

    private void WriteMessage(string key, MappingNode channel, Node? schema)
    {
        if (schema is null)
        {
            return;
        }

        writer.Name(key);
        writer.StartObject(channel);
        writer.Text("description", "");
        writer.Name("content");
        writer.StartObject();
        writer.Name("application/json");
        writer.StartObject();
        writer.Name("schema");
        schemas.Write(schema);
        writer.EndObject();
        writer.EndObject();
        writer.EndObject();
    }

    private void WriteContent(MappingNode owner)
    {
        writer.Name("content");
        writer.StartObject();
        foreach (Node node in _check.Mapping(owner, "content")?.Values ?? [])
        {
            string mediaType = node.Key!.Text;
            if (mediaType.IndexOf('/') < 0 && owner.Mapping("content")!.Keys.Any(MediaTypeKey.IsValid))
            {
                // A member that stands one level too high beside what is the content.
                diagnostics.Report(Descriptors.NotEnforced, node.Key, mediaType);
                continue;
            }

            if (!MediaTypeKey.IsValid(mediaType))
            {
                diagnostics.Report(Descriptors.WrongNode, node.Key, mediaType, "a media type, such as application/json");
                continue;
            }

            if (references.Resolve(node, "a media type object") is not { } media)
            {
                continue;
            }

            MediaTypeCheck.Check(mediaType, media, diagnostics);
            writer.Name(mediaType);
            writer.StartObject();
            // OpenAPI 3.0 has no word for the items of a stream; the object model takes them for the body.
            Node? itemSchema = MediaTypeKey.IsEventStream(mediaType) || MediaTypeKey.IsJsonLines(mediaType) ? media["itemSchema"] : null;
            if ((itemSchema ?? media["schema"]) is { } schema)
            {
                writer.Name("schema");
                schemas.Write(schema);
            }

            writer.EndObject();
        }

        writer.EndObject();
    }
}
