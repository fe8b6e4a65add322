using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Paths and operations of Swagger 2.0 (4.4.7) in the shape of OpenAPI 3.0: what a body is made of is no longer among the parameters.</summary>
internal sealed class SwaggerOperations(MappingNode root, Reshaping reshaping, SwaggerReferences references, SwaggerParameters parameters, SwaggerResponses responses)
{
    private static readonly string[] s_methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    private readonly SwaggerBodies _bodies = new(parameters);

    public MappingNode Paths(MappingNode paths)
    {
        MappingNode result = Reshaping.Mapping(paths);
        foreach (Node item in paths.Values)
        {
            bool isItem = item is MappingNode && !item.Key!.Text.StartsWith("x-", StringComparison.Ordinal);
            Reshaping.Add(result, item.Key!.Text, isItem ? PathItem((MappingNode)item) : Reshaping.Copy(item), item);
        }

        return result;
    }

    private Node PathItem(MappingNode item)
    {
        for (MappingNode? next = item; next is not null && !reshaping.Has(next); next = references.Target(next) as MappingNode)
        {
            Reshape(next);
        }

        return reshaping.Of(item);
    }

    private void Reshape(MappingNode item)
    {
        MappingNode result = reshaping.Replace(item);
        IReadOnlyList<Node> shared = item.Sequence("parameters")?.Items ?? [];
        foreach (Node member in item.Values)
        {
            if (s_methods.Contains(member.Key!.Text) && member is MappingNode operation)
            {
                Reshaping.Add(result, member.Key.Text, Operation(operation, shared), member);
            }
            else if (member.Key.Text == "parameters" && member is SequenceNode list)
            {
                Reshaping.Add(result, "parameters", Parameters(list, list.Items.Where(parameter => !IsBody(parameter))), member);
            }
            else
            {
                Reshaping.Keep(result, member);
            }
        }
    }

    private MappingNode Operation(MappingNode operation, IReadOnlyList<Node> shared)
    {
        MappingNode result = reshaping.Replace(operation);
        SequenceNode? consumes = operation.Sequence("consumes") ?? root.Sequence("consumes");
        SequenceNode? produces = operation.Sequence("produces") ?? root.Sequence("produces");
        IReadOnlyList<Node> own = operation.Sequence("parameters")?.Items ?? [];
        bool hasBody = Body(own, consumes) is not null;
        MappingNode? body = Body(own, consumes) ?? Form(own, shared, consumes) ?? Body(shared, consumes);
        foreach (Node member in operation.Values)
        {
            switch (member.Key!.Text)
            {
                case "consumes" or "produces" or "schemes":
                    break;
                case "parameters" when member is SequenceNode list:
                    Reshaping.Add(result, "parameters", Parameters(list, own.Where(parameter => !IsBody(parameter) || (hasBody && IsField(parameter)))), member);
                    break;
                case "responses" when member is MappingNode answers:
                    Reshaping.Add(result, "responses", responses.All(answers, produces), member);
                    break;
                default:
                    Reshaping.Keep(result, member);
                    break;
            }
        }

        if (body is not null)
        {
            Reshaping.Add(result, "requestBody", body, body.Origin!);
        }

        return result;
    }

    /// <summary>True for what is the body or a field of it; a field without a name is reported among the parameters.</summary>
    private bool IsBody(Node parameter) => references.Resolve(parameter) is { } target
        && (target.Text("in") == "body" || (target.Text("in") == "formData" && target.Text("name") is { Length: > 0 }));

    /// <summary>A field beside a body is a mistake, and stays among the parameters to be reported.</summary>
    private bool IsField(Node parameter) => references.Resolve(parameter)?.Text("in") == "formData";

    private MappingNode? Body(IEnumerable<Node> list, SequenceNode? consumes) =>
        Of(list, "body").FirstOrDefault() is { } parameter ? _bodies.Of(parameter, consumes) : null;

    /// <summary>The fields of a form; those of the operation come before those that its path shares.</summary>
    private MappingNode? Form(IEnumerable<Node> own, IEnumerable<Node> shared, SequenceNode? consumes)
    {
        List<MappingNode> fields = [.. Of(own.Concat(shared), "formData").Where(IsBody).GroupBy(field => field.Text("name"), StringComparer.Ordinal).Select(same => same.First())];
        return fields.Count > 0 ? _bodies.Form(fields, consumes) : null;
    }

    private IEnumerable<MappingNode> Of(IEnumerable<Node> list, string place) =>
        list.Select(references.Resolve).OfType<MappingNode>().Where(parameter => parameter.Text("in") == place);

    private SequenceNode Parameters(SequenceNode origin, IEnumerable<Node> list)
    {
        SequenceNode result = Reshaping.Sequence(origin);
        foreach (Node parameter in list)
        {
            result.Add(parameters.Convert(parameter));
        }

        return result;
    }
}
