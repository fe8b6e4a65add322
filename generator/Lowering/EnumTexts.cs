using Dragoman.Generator.Document;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// What extensions in wide use say of an enumeration's values: their names in <c>x-enum-varnames</c>, <c>x-enumNames</c>,
/// <c>x-enum-names</c>, <c>x-speakeasy-enums</c> and <c>x-ms-enum</c>, and texts in <c>x-enum-descriptions</c>,
/// <c>x-enumDescriptions</c>, <c>x-enum-elements</c> and <c>x-ms-enum</c>. Values that are alternatives of their own have title and description.
/// </summary>
internal sealed class EnumTexts(Schema schema)
{
    private static readonly string[] s_names = ["x-enum-varnames", "x-enumNames", "x-enum-names", "x-speakeasy-enums"];
    private static readonly string[] s_descriptions = ["x-enum-descriptions", "x-enumDescriptions"];

    /// <summary>What is longer is a sentence.</summary>
    private const int MaxTitle = 40;

    private readonly IReadOnlyList<Node> _values = schema.Mapping?.Sequence("enum")?.Items ?? [];

    /// <summary>The name that the document gives a value; null where it gives none.</summary>
    public string? NameOf(Node literal, string text) => Find(s_names, literal, text) ?? Entry("x-ms-enum", "value", text)?.Text("name") ?? TitleOf(literal);

    /// <summary>What the document says of a value; empty where it is silent.</summary>
    public string DescriptionOf(Node literal, string text) =>
        Find(s_descriptions, literal, text) ?? Entry("x-ms-enum", "value", text)?.Text("description") ?? Entry("x-enum-elements", "name", text)?.Text("description") ?? Annotated(literal)?.Text("description") ?? "";

    private string? TitleOf(Node literal) => Annotated(literal)?.Text("title") is { Length: <= MaxTitle } title && Identifier.Words(title).Count > 0 ? title : null;

    /// <summary>The alternative that is a value and nothing else (OpenAPI 3.2, section 4.24.5.3, annotated enumerations).</summary>
    private MappingNode? Annotated(Node literal) => schema.Variants.Select(variant => variant.Mapping).FirstOrDefault(variant => variant?["const"] == literal);

    private string? Find(string[] extensions, Node literal, string text) =>
        extensions.Select(extension => Of(schema.Mapping?[extension], literal, text)).FirstOrDefault(found => !string.IsNullOrWhiteSpace(found));

    /// <summary>A list goes along with that of the values, an object has them as its keys.</summary>
    private string? Of(Node? extension, Node literal, string text) => extension switch
    {
        MappingNode byValue => byValue.Text(text),
        SequenceNode list when Index(literal) is >= 0 and int index && index < list.Items.Count => (list.Items[index] as ScalarNode)?.Text,
        _ => null,
    };

    private int Index(Node literal) => _values.TakeWhile(value => value != literal).Count();

    private MappingNode? Entry(string extension, string key, string text)
    {
        SequenceNode? entries = schema.Mapping?[extension] as SequenceNode ?? schema.Mapping?.Mapping(extension)?.Sequence("values");
        return entries?.Items.OfType<MappingNode>().FirstOrDefault(entry => entry.Text(key) == text);
    }
}
