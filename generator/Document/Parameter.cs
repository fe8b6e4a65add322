using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;
using NSwag;

namespace Dragoman.Generator.Document;

/// <summary>Where a parameter is sent.</summary>
internal enum ParameterPlace
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>The whole query (OpenAPI 3.2, section 4.12.1).</summary>
    QueryString,
}

/// <summary>A parameter (OpenAPI 3.1, section 4.8.12).</summary>
internal sealed class Parameter(OpenApiParameter parameter, NodeTable nodes, SchemaTable schemas)
{
    public MappingNode Node { get; } = (MappingNode)SchemaTable.NodeOf(parameter.ExtensionData, nodes)!;

    /// <summary>The name as it is sent; no header's name ends with a space (RFC 9110, 5.1), though documents write some.</summary>
    public string Name => Place == ParameterPlace.Header ? Node.Text("name")!.Trim() : Node.Text("name")!;

    public ParameterPlace Place => Node.Text("in") switch
    {
        "path" => ParameterPlace.Path,
        "query" => ParameterPlace.Query,
        "header" => ParameterPlace.Header,
        "querystring" => ParameterPlace.QueryString,
        _ => ParameterPlace.Cookie,
    };

    public bool IsRequired => parameter.IsRequired;

    public bool IsDeprecated => Node.Flag("deprecated");

    public string? Description => Node.Text("description");

    /// <summary>The style as written, else the default of the place (section 4.8.12.2).</summary>
    public string Style => CollectionStyle(Node) ?? Node.Text("style") ?? (Place is ParameterPlace.Query or ParameterPlace.Cookie ? "form" : "simple");

    /// <summary>Explode as written, else true for form and cookie and false for every other style (OpenAPI 3.2, section 4.12).</summary>
    public bool Explode => Node.Has("explode") ? Node.Flag("explode") : Style is "form" or "cookie";

    /// <summary>What stands between the items of a list where OpenAPI 2.0 has a word for it and OpenAPI 3 has none; null elsewhere.</summary>
    public static string? CollectionStyle(MappingNode node) => node.Text(SwaggerParameters.CollectionFormatKey) switch
    {
        "tsv" => "tabDelimited",
        "ssv" => "spaceDelimited",
        "pipes" => "pipeDelimited",
        _ => null,
    };

    /// <summary>Whether the reserved characters of URLs are sent as they are. AutoRest has a word of its own, also for paths.</summary>
    public bool AllowReserved => Node.Flag("allowReserved") || Node.Flag("x-ms-skip-url-encoding");

    /// <summary>The schema, be it the parameter's own or that of its media type; null where there is none.</summary>
    public Schema? Schema => parameter.Schema is { } schema ? schemas.Of(schema) : null;

    /// <summary>The media type that describes the parameter instead of a schema and a style; null where none does.</summary>
    public Content? Content => !Node.Has("schema") && Node.Mapping("content")?.Values.FirstOrDefault() is { } media
        ? new Content(media.Key!.Text, Schema, schemas.References.Follow(media) ?? media)
        : null;
}
