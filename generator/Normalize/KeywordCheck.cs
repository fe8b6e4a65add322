using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>Reports the keywords of a schema that are of the wrong type, and those that hold but that a client does not enforce.</summary>
internal static class KeywordCheck
{
    /// <summary>Keywords that say something about values which a client neither needs to read nor checks.</summary>
    private static readonly string[] s_notEnforced = ["if", "then", "else", "not", "dependentRequired", "dependentSchemas", "dependencies", "unevaluatedItems", "additionalItems", "propertyNames", "contains", "patternProperties", "prefixItems", "$recursiveRef"];

    private static readonly string[] s_lists = ["allOf", "anyOf", "oneOf", "enum", "required"];

    public static void Check(MappingNode schema, DiagnosticBag diagnostics)
    {
        foreach (Node value in s_notEnforced.Select(keyword => schema[keyword]).OfType<Node>())
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, value, value.Key!.Text);
        }

        if (schema["type"] is MappingNode type)
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, type, "type");
        }

        // Without a type, members are taken to mean objects.
        if (schema["type"] is null && schema.Has("properties") && schema["items"] is { } items)
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, items, "items");
        }

        // Without the media type it says nothing (JSON Schema 2020-12, 8.5), which is most often a slip.
        if (schema["contentSchema"] is { } content && !SchemaNormalizer.IsJsonText(schema))
        {
            diagnostics.ReportAtName(Descriptors.NotEnforced, content, "contentSchema");
        }

        foreach (Node value in s_lists.Select(keyword => schema[keyword]).OfType<Node>().Where(value => value is not SequenceNode))
        {
            // The boolean 'required' of JSON Schema 3 still occurs and says nothing here.
            if (value is not ScalarNode { Kind: ScalarKind.Boolean } || value.Key!.Text != "required")
            {
                diagnostics.ReportAtName(Descriptors.WrongNode, value, value.Key!.Text, "a list");
            }
        }
    }
}
