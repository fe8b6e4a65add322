using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>A path item with what stands beside its $ref (OpenAPI 3.1, section 4.8.9): both hold, and of one method what stands beside it.</summary>
internal static class PathItemForm
{
    private static readonly string[] s_texts = ["$ref", "summary", "description"];

    /// <param name="written">The path item as the document has it.</param>
    /// <param name="item">What its $refs lead to.</param>
    public static MappingNode Of(Node written, MappingNode item, ReferenceResolver references)
    {
        if (written is not MappingNode own || own == item || own.Keys.All(key => s_texts.Contains(key) || key.StartsWith("x-", StringComparison.Ordinal)))
        {
            return item;
        }

        MappingNode form = Reshaping.Mapping(item);
        foreach (Node member in own.Values.Where(member => !s_texts.Contains(member.Key!.Text) && member.Key.Text != "parameters").Concat(item.Values.Where(member => member.Key!.Text != "parameters")))
        {
            Reshaping.Keep(form, member);
        }

        if ((own["parameters"] ?? item["parameters"]) is { } parameters)
        {
            Reshaping.Add(form, "parameters", Parameters(parameters, own, item, references), parameters);
        }

        return form;
    }

    /// <summary>Of two parameters of one name and place, what stands beside the $ref holds.</summary>
    private static SequenceNode Parameters(Node origin, MappingNode own, MappingNode item, ReferenceResolver references)
    {
        SequenceNode parameters = Reshaping.Sequence(origin);
        HashSet<(string?, string?)> known = [];
        foreach (Node parameter in (own.Sequence("parameters")?.Items ?? []).Concat(item.Sequence("parameters")?.Items ?? []))
        {
            MappingNode? target = references.Follow(parameter) as MappingNode;
            if (known.Add((target?.Text("name"), target?.Text("in"))) || target is null)
            {
                parameters.Add(Reshaping.Copy(parameter));
            }
        }

        return parameters;
    }
}
