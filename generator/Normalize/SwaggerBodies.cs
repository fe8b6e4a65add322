using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>The parameters of Swagger 2.0 that are the body (4.4.9, <c>body</c> and <c>formData</c>) as request bodies of OpenAPI 3.0.</summary>
internal sealed class SwaggerBodies(SwaggerParameters parameters)
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private const string Multipart = "multipart/form-data";

    private readonly Dictionary<(Node Parameter, Node? Consumes), MappingNode> _bodies = [];

    /// <param name="consumes">The media types, where the document names any; else the body is JSON.</param>
    public MappingNode Of(MappingNode parameter, SequenceNode? consumes)
    {
        if (_bodies.TryGetValue((parameter, consumes), out MappingNode? known))
        {
            return known;
        }

        MappingNode body = Reshaping.Mapping(parameter);
        foreach (Node member in parameter.Values.Where(member => member.Key!.Text is "description" or "required" || member.Key.Text.StartsWith("x-", StringComparison.Ordinal)))
        {
            Reshaping.Keep(body, member);
        }

        Node? schema = parameter["schema"] is null ? null : parameters.SchemaOf(parameter);
        Reshaping.Add(body, "content", Contents(SwaggerMediaTypes.Of(consumes, parameter, "application/json"), schema, parameter["schema"] ?? parameter), parameter);
        _bodies.Add((parameter, consumes), body);
        return body;
    }

    /// <summary>A form of fields, each of which has a name.</summary>
    public MappingNode Form(IReadOnlyList<MappingNode> fields, SequenceNode? consumes)
    {
        MappingNode first = fields[0];
        MappingNode schema = Reshaping.Mapping(first);
        Reshaping.Add(schema, "type", Reshaping.Text(first, "object"), first);
        MappingNode properties = Reshaping.Mapping(first);
        Reshaping.Add(schema, "properties", properties, first);
        SequenceNode required = Reshaping.Sequence(first);
        MappingNode encoding = Reshaping.Mapping(first);
        foreach (MappingNode field in fields)
        {
            AddField(field, properties, required, encoding);
        }

        MappingNode body = Reshaping.Mapping(first);
        if (required.Items.Count > 0)
        {
            Reshaping.Add(schema, "required", required, first);
            Reshaping.Add(body, "required", Reshaping.Text(first, "true", ScalarKind.Boolean), first);
        }

        bool hasFile = fields.Any(field => field.Text("type") == "file");
        List<ScalarNode> forms = [.. SwaggerMediaTypes.Of(consumes, first, hasFile ? Multipart : UrlEncoded).Where(type => type.Text == Multipart || (type.Text == UrlEncoded && !hasFile))];
        MappingNode content = Contents(forms.Count > 0 ? forms : [Reshaping.Text(first, hasFile ? Multipart : UrlEncoded)], schema, first);
        foreach (MappingNode media in content.Values.OfType<MappingNode>().Where(_ => encoding.Values.Count > 0))
        {
            Reshaping.Add(media, "encoding", encoding, first);
        }

        Reshaping.Add(body, "content", content, first);
        return body;
    }

    private void AddField(MappingNode field, MappingNode properties, SequenceNode required, MappingNode encoding)
    {
        string name = field.Text("name")!;
        Node schema = parameters.SchemaOf(field);
        if (schema is MappingNode described && field["description"] is { } description)
        {
            Reshaping.Keep(described, description);
        }

        Reshaping.Add(properties, name, schema, field["name"]!);
        if (field.Flag("required"))
        {
            required.Add(Reshaping.Text(field["name"]!, name));
        }

        MappingNode style = Reshaping.Mapping(field);
        SwaggerParameters.AddStyle(style, field);
        if (style.Values.Count > 0)
        {
            Reshaping.Add(encoding, name, style, field);
        }
    }

    private static MappingNode Contents(IEnumerable<ScalarNode> mediaTypes, Node? schema, Node origin)
    {
        MappingNode content = Reshaping.Mapping(origin);
        foreach (ScalarNode mediaType in mediaTypes)
        {
            MappingNode media = Reshaping.Mapping(origin);
            if (schema is not null)
            {
                Reshaping.Add(media, "schema", schema, origin);
            }

            content.TryAdd(mediaType, media);
        }

        return content;
    }
}
