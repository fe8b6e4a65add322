using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Parameters of Swagger 2.0 (4.4.9) in paths, queries and headers as parameters of OpenAPI 3.0; those that are the body are <see cref="SwaggerBodies"/>.</summary>
internal sealed class SwaggerParameters(Reshaping reshaping, SwaggerReferences references, SwaggerSchemas schemas)
{
    /// <summary>Keeps the one separator that OpenAPI 3.0 has no style for.</summary>
    public const string CollectionFormatKey = "x-collection-format";

    private static readonly string[] s_ownMembers = ["name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "schema", "style", "explode", "$ref"];

    /// <summary>A parameter that is no part of the body, or a $ref to one.</summary>
    public Node Convert(Node node)
    {
        if (node is not MappingNode parameter)
        {
            return Reshaping.Copy(node);
        }

        for (MappingNode? next = parameter; next is not null && !reshaping.Has(next); next = references.Target(next) as MappingNode)
        {
            Reshape(next);
        }

        return reshaping.Of(parameter);
    }

    private void Reshape(MappingNode parameter)
    {
        MappingNode result = reshaping.Replace(parameter);
        if (SwaggerReferences.Is(parameter))
        {
            Reshaping.Keep(result, parameter["$ref"]!);
            return;
        }

        foreach (Node member in parameter.Values.Where(member => s_ownMembers.Contains(member.Key!.Text) && member.Key.Text is not ("schema" or "collectionFormat")))
        {
            Reshaping.Keep(result, member);
        }

        AddStyle(result, parameter);
        Reshaping.Add(result, "schema", SchemaOf(parameter), parameter);
    }

    /// <summary>The schema that a parameter or a header says with its own members.</summary>
    public Node SchemaOf(MappingNode owner) => owner["schema"] is { } schema
        ? schemas.Convert(schema)
        : schemas.ConvertMembers(owner, owner.Values.Where(member => !s_ownMembers.Contains(member.Key!.Text)), Reshaping.Mapping(owner));

    /// <summary>What stands between the items of a list, csv by default (4.4.9), as style and explode.</summary>
    public static void AddStyle(MappingNode result, MappingNode owner)
    {
        if (owner.Text("type") != "array")
        {
            return;
        }

        Node origin = owner["collectionFormat"] ?? owner;
        string format = owner.Text("collectionFormat") ?? "csv";
        string? style = format switch
        {
            "ssv" => "spaceDelimited",
            "pipes" => "pipeDelimited",
            _ => owner.Text("in") is "query" or "formData" ? "form" : null,
        };
        if (style is not null)
        {
            Reshaping.Add(result, "style", Reshaping.Text(origin, style), origin);
            Reshaping.Add(result, "explode", Reshaping.Text(origin, format == "multi" ? "true" : "false", ScalarKind.Boolean), origin);
        }

        if (format == "tsv")
        {
            Reshaping.Add(result, CollectionFormatKey, Reshaping.Text(origin, format), origin);
        }
    }
}
