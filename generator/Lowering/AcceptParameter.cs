using Dragoman.Generator.Document;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// The header <c>Accept</c> as a parameter. OpenAPI has it ignored (3.1, section 4.8.12.1), since the contents of the responses say what can be
/// asked for; but only the parameter says which of them this operation asks for, and that the caller shall choose.
/// </summary>
internal static class AcceptParameter
{
    /// <summary>True where the caller chooses among media types that are read alike.</summary>
    public static bool IsOffered(Operation operation)
    {
        IReadOnlyList<string> values = ValuesOf(operation);
        return values.Count > 1 && operation.Method != "HEAD" && Success.Of(operation).All(success => AreReadAlike(success.Response, values));
    }

    /// <summary>The media types that the parameter names; none where there is no parameter, or where it names none, or a range.</summary>
    public static IReadOnlyList<string> ValuesOf(Operation operation)
    {
        Parameter? parameter = operation.Parameters.FirstOrDefault(found => found.Place == ParameterPlace.Header && HeaderName.IsAccept(found.Name));
        if (parameter?.Schema?.Target is not { } schema)
        {
            return [];
        }

        IEnumerable<Node?> named = schema.Literals ?? (IEnumerable<Node?>)[schema.Mapping?["default"]];
        List<string> values = named.OfType<ScalarNode>().Select(value => value.Text).ToList();
        return values.All(value => MediaTypeKey.IsValid(value) && !value.Contains('*')) ? values : [];
    }

    private static bool AreReadAlike(Response response, IReadOnlyList<string> values)
    {
        if (response.Contents.Any(content => content.IsEventStream || content.IsJsonLines))
        {
            return false;
        }

        List<ResponseContent> contents = values.Select(value => ResponseContent.Choose(response, [value])).ToList();
        return contents.TrueForAll(content => content.Form == contents[0].Form && content.Schema?.Target == contents[0].Schema?.Target);
    }
}
