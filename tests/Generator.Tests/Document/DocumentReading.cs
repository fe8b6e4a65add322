using Dragoman.Generator.Document;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Tests.Infrastructure;

namespace Dragoman.Generator.Tests.Document;

/// <summary>A text as the stages up to the object model read it.</summary>
internal sealed class DocumentReading
{
    private readonly Reading _reading;

    private DocumentReading(string text)
    {
        _reading = Reading.Of(text);
        Document = DocumentNormalizer.Normalize(_reading.Root!, _reading.Diagnostics) is { } canonical ? ApiDocument.Load(canonical, _reading.Diagnostics) : null;
    }

    public ApiDocument? Document { get; }

    /// <inheritdoc cref="Reading.Problems"/>
    public IReadOnlyList<string> Problems => _reading.Problems;

    public IReadOnlyList<string> Messages => _reading.Messages;

    /// <summary>A document of OpenAPI 3.1 with these members.</summary>
    public static DocumentReading OfBody(string body) => new($"openapi: 3.1.0\n{body}");

    /// <summary>A document without a problem.</summary>
    public static ApiDocument Good(string body)
    {
        DocumentReading reading = OfBody(body);
        Assert.Empty(reading.Messages);
        return Assert.IsType<ApiDocument>(reading.Document);
    }

    /// <summary>The only operation of a document whose one path has these members.</summary>
    public static Operation Operation(string pathItem, string components = "{}") =>
        Assert.Single(Good($"components: {components}\npaths:\n  /a/{{id}}:\n    {pathItem.ReplaceLineEndings("\n    ")}").Operations);

    /// <summary>The schema <c>A</c>, as the JSON body of a response refers to it.</summary>
    public static Schema Schema(string schema, string more = "")
    {
        Operation operation = Operation(
            "get: { responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } } }",
            $"{{ schemas: {{ A: {schema}{more} }} }}");
        return Assert.Single(Assert.Single(operation.Responses).Contents).Schema!.Reference!;
    }
}
