using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Normalize;

/// <summary>What a schema says of types in any of OpenAPI's spellings, with null told apart.</summary>
/// <param name="Types">The types that it names, or the one that its other keywords imply.</param>
/// <param name="Variants">The alternatives of oneOf and anyOf that add a shape.</param>
/// <param name="IsNullable">True where null is a value.</param>
internal sealed record SchemaForm(IReadOnlyList<string> Types, IReadOnlyList<Node> Variants, bool IsNullable)
{
    /// <summary>True where the types are alternatives.</summary>
    public bool IsSeveral => Variants.Count == 0 && Types.Count > 1;

    private static readonly string[] s_types = ["array", "boolean", "integer", "number", "object", "string"];

    public static SchemaForm Of(MappingNode schema, ReferenceResolver references, DiagnosticBag diagnostics)
    {
        IReadOnlyList<Node> named = schema["type"] switch
        {
            // Some documents hold a schema here; it says nothing, and KeywordCheck says so.
            null or MappingNode => [],
            SequenceNode list => list.Items,
            { } one => [one],
        };
        List<string> types = [.. named.Where(type => !IsText(type, "null")).Select(type => Known(type, diagnostics)).OfType<string>()];
        if (types.Count == 0 && Implied(schema) is { } implied)
        {
            types.Add(implied);
        }

        if (IsNumberOrText(schema))
        {
            types.Remove("string");
        }
        else if (IsIntegerOrText(schema) && types.All(type => type == "string"))
        {
            types = ["integer", "string"];
        }

        List<Node> variants = [.. schema.Sequence("oneOf")?.Items ?? [], .. schema.Sequence("anyOf")?.Items ?? []];
        List<Node> nulls = variants.Where(variant => IsNull(references.Follow(variant) ?? variant)).ToList();
        if (nulls.Count == 0 && variants.Count == 2)
        {
            nulls = variants.Where(IsNullableObject).ToList();
        }

        bool isNullable = named.Any(type => IsText(type, "null")) || nulls.Count > 0 || schema.Flag("nullable") || schema.Flag("x-nullable") || HasNullLiteral(schema);
        return new SchemaForm(types, variants.Where(variant => !nulls.Contains(variant) && !IsOnlyRequired(variant)).ToList(), isNullable);
    }

    /// <summary>True for a number that may be sent as a text as well, as ASP.NET Core describes its own: the format is that of the number, the pattern that of the text.</summary>
    public static bool IsNumberOrText(MappingNode? schema) => schema is not null && FormatType(schema) is "integer" or "number" && !schema.Has("enum") && schema["type"] switch
    {
        SequenceNode types => types.Items.Any(type => IsText(type, "string")) && types.Items.Any(type => IsText(type, "integer") || IsText(type, "number")) && types.Items.All(type => IsText(type, "string") || IsText(type, "integer") || IsText(type, "number") || IsText(type, "null")),
        null => schema.Has("pattern"),
        _ => false,
    };

    private static string? Known(Node type, DiagnosticBag diagnostics)
    {
        string text = (type as ScalarNode)?.Text ?? "";
        if (s_types.Contains(text))
        {
            return text;
        }

        if (text == "any")
        {
            // A word of RAML and of Google's discovery documents, which converters leave.
            diagnostics.Report(Descriptors.KeptAsJson, type, "'any' is not a type", "JsonElement");
            return null;
        }

        diagnostics.Report(Descriptors.UnknownType, type, text, Suggestion.For(text, s_types));
        return null;
    }

    private static string? Implied(MappingNode schema) => schema switch
    {
        _ when schema.Has("properties") || schema["additionalProperties"] is MappingNode => "object",
        _ when schema.Has("items") => "array",
        _ when schema.Has("prefixItems") => "array",
        _ when schema.Has("patternProperties") => "object",
        _ => TypeOf(schema["const"] is { } constant ? [constant] : schema.Sequence("enum")?.Items ?? []) ?? (schema.Keys.Any(key => key is "oneOf" or "anyOf" or "allOf" or "$ref" or "enum") ? null : FormatType(schema)),
    };

    /// <summary>The type whose values a format of OpenAPI's registry is for; null where it says nothing of that.</summary>
    private static string? FormatType(MappingNode schema) => schema.Text("format") switch
    {
        "int32" or "int64" => "integer",
        "float" or "double" => "number",
        "date" or "date-time" or "uuid" or "byte" or "binary" or "email" or "password" => "string",
        _ => null,
    };

    /// <summary>The type of all of the values; null where they have several.</summary>
    private static string? TypeOf(IEnumerable<Node> values)
    {
        List<string?> types = [.. values.Where(value => value is not ScalarNode { Kind: ScalarKind.Null }).Select(TypeOf).Distinct()];
        return types.Count == 1 ? types[0] : types.Count == 2 && types.Contains("integer") && types.Contains("number") ? "number" : null;
    }

    private static string? TypeOf(Node value) => value switch
    {
        ScalarNode { Kind: ScalarKind.String } => "string",
        ScalarNode { Kind: ScalarKind.Integer } => "integer",
        ScalarNode { Kind: ScalarKind.Float } => "number",
        ScalarNode { Kind: ScalarKind.Boolean } => "boolean",
        _ => null,
    };

    private static bool IsText(Node node, string text) => node is ScalarNode scalar && scalar.Text == text;

    /// <summary>A variant that allows null and nothing else.</summary>
    private static bool IsNull(Node variant) => variant is MappingNode mapping
        && (mapping.Flag("nullable") && mapping.Keys.All(key => key is "nullable" or "title" or "description")
            || Only(mapping["type"]) is ScalarNode { Text: "null" } || Only(mapping["enum"] ?? mapping["const"]) is ScalarNode { Kind: ScalarKind.Null });

    /// <summary>How documents that are made of OData say that a $ref beside it may be null, for want of a type for null in OpenAPI 3.0.</summary>
    private static bool IsNullableObject(Node variant) =>
        variant is MappingNode mapping && mapping.Flag("nullable") && IsText(mapping["type"] ?? mapping, "object") && mapping.Keys.All(key => key is "nullable" or "type" or "title" or "description");

    /// <summary>What Kubernetes describes as a text of this format, or by its extension, is an integer as well.</summary>
    private static bool IsIntegerOrText(MappingNode schema) => schema.Text("format") == "int-or-string" || schema.Flag("x-kubernetes-int-or-string");

    /// <summary>The one value of a list of one; any other value as it is.</summary>
    private static Node? Only(Node? node) => node is SequenceNode { Items.Count: 1 } list ? list.Items[0] : node;

    /// <summary>A variant that only lists required members ("one of these must be there") adds no shape of its own.</summary>
    private static bool IsOnlyRequired(Node variant) => variant is MappingNode mapping && mapping.Has("required") && mapping.Keys.All(key => key is "required" or "title" or "description" or "not");

    private static bool HasNullLiteral(MappingNode schema) =>
        (schema.Sequence("enum")?.Items ?? []).Concat(schema["const"] is { } constant ? [constant] : []).Any(item => item is ScalarNode { Kind: ScalarKind.Null });
}
