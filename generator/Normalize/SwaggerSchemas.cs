using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Schemas of Swagger 2.0 (4.4.19) as schemas of OpenAPI 3.0, and with them all that they refer to.</summary>
internal sealed class SwaggerSchemas(Reshaping reshaping, SwaggerReferences references)
{
    /// <summary>What may stand beside a $ref; anything else says nothing there (4.4.20 and JSON Reference, 3).</summary>
    private static readonly string[] s_besideReference = ["$ref", "title", "description", "x-nullable", "x-isnullable"];

    private readonly Queue<Node> _referred = new();

    /// <summary>An object of schemas.</summary>
    public MappingNode All(MappingNode schemas)
    {
        MappingNode result = Reshaping.Mapping(schemas);
        foreach (Node schema in schemas.Values)
        {
            Reshaping.Add(result, schema.Key!.Text, Convert(schema), schema);
        }

        return result;
    }

    /// <summary>Converts what schemas outside of the definitions refer to, wherever it stands.</summary>
    public void ConvertReferred()
    {
        while (_referred.Count > 0)
        {
            Convert(_referred.Dequeue());
        }
    }

    public Node Convert(Node node)
    {
        if (node is not MappingNode schema)
        {
            return Reshaping.Copy(node);
        }

        return reshaping.Has(schema) ? reshaping.Of(schema) : ConvertMembers(schema, schema.Values, reshaping.Replace(schema));
    }

    /// <summary>Makes a schema of some of an object's members, as parameters and headers hold theirs.</summary>
    public MappingNode ConvertMembers(MappingNode owner, IEnumerable<Node> members, MappingNode result)
    {
        if (references.Target(owner) is { } target)
        {
            _referred.Enqueue(target);
        }

        // Though nothing holds beside a $ref, many documents allow null so.
        bool isNullableReference = owner.Has("$ref") && IsNullable(owner);
        foreach (Node member in members.Where(member => !owner.Has("$ref") || s_besideReference.Contains(member.Key!.Text)))
        {
            string name = member.Key!.Text;
            switch (name)
            {
                case "$ref" when isNullableReference:
                    AddReference(result, member);
                    break;
                case "x-nullable" or "x-isnullable":
                    Reshaping.Keep(result, member, "nullable");
                    break;
                case "discriminator" when member is ScalarNode:
                    MappingNode discriminator = Reshaping.Mapping(member);
                    Reshaping.Keep(discriminator, member, "propertyName");
                    Reshaping.Add(result, name, discriminator, member);
                    break;
                case "type" when member is ScalarNode { Text: "file" }:
                    Reshaping.Add(result, name, Reshaping.Text(member, "string"), member);
                    Reshaping.Add(result, "format", Reshaping.Text(member, "binary"), member);
                    break;
                case "properties" when member is MappingNode properties:
                    Reshaping.Add(result, name, All(properties), member);
                    break;
                case "items" when member is SequenceNode { Items.Count: > 0 } items:
                    Reshaping.Add(result, name, AnyOf(items), member);
                    break;
                case "items" or "additionalProperties" or "not":
                    Reshaping.Add(result, name, Convert(member), member);
                    break;
                case "allOf" or "anyOf" or "oneOf" when member is SequenceNode parts:
                    Reshaping.Add(result, name, Parts(parts), member);
                    break;
                case "collectionFormat":
                    break;
                default:
                    Reshaping.Keep(result, member);
                    break;
            }
        }

        return result;
    }

    private static bool IsNullable(MappingNode schema) => schema.Flag("x-nullable") || schema.Flag("x-isnullable");

    private static void AddReference(MappingNode schema, Node reference)
    {
        MappingNode part = Reshaping.Mapping(reference);
        Reshaping.Keep(part, reference);
        SequenceNode parts = Reshaping.Sequence(reference);
        parts.Add(part);
        Reshaping.Add(schema, "allOf", parts, reference);
    }

    /// <summary>The items of a list by position (JSON Schema 4, 5.3.1), which OpenAPI 3.0 does not know: each may be any of them.</summary>
    private Node AnyOf(SequenceNode items)
    {
        if (items.Items.Count == 1)
        {
            return Convert(items.Items[0]);
        }

        MappingNode result = Reshaping.Mapping(items);
        Reshaping.Add(result, "anyOf", Parts(items), items);
        return result;
    }

    private SequenceNode Parts(SequenceNode parts)
    {
        SequenceNode result = Reshaping.Sequence(parts);
        foreach (Node part in parts.Items)
        {
            result.Add(Convert(part));
        }

        return result;
    }
}
