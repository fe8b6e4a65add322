using Dragoman.Generator.Tests.Infrastructure.Driver;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Tests.Emit;

/// <summary>A document may use any word of C#, and any word of ours, as a name at any place.</summary>
public sealed class KeywordTests
{
    private static readonly IReadOnlyList<string> s_words =
    [
        .. SyntaxFacts.GetKeywordKinds().Concat(SyntaxFacts.GetContextualKeywordKinds()).Select(SyntaxFacts.GetText).Where(SyntaxFacts.IsValidIdentifier).Distinct().Order(StringComparer.Ordinal),
        "args", "dynamic", "nint", "nuint", "_", "item", "writer", "reader", "result", "token", "interval", "timeout", "progress", "error", "pipeline", "httpClient", "baseAddress",
        "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract", "Clone", "Deconstruct", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals", "Value", "Dispose",
        "Object", "String", "Task", "System", "Dragoman", "ApiCall", "JsonRead", "JsonWrite", "JsonMembers", "JsonMemberReader", "IJsonValue", "IJsonObject", "IJsonUnion", "IOpenEnum", "RawJson", "JsonConverter", "ApiJsonConverter", "WriteMembers", "WriteRequestMembers", "members", "s_members", "CultureInfo", "WordsClient", "WordsOperations", "WordsErrors", "Converter", "Read", "Write", "AdditionalProperties",
    ];

    [Fact]
    public void Members_and_parameters() => AssertCompiles($$"""
        paths:
          /words:
            post:
              operationId: send
              tags: [Words]
              parameters: [{{Each(word => $$"""{ name: '{{word}}', in: query, schema: { type: string } }""")}}]
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Words' } } } }
              responses: { 200: { description: Sent., content: { application/json: { schema: { $ref: '#/components/schemas/Words' } } } } }
        components:
          schemas:
            Words:
              type: object
              required: [{{Each((word, index) => index % 2 == 0 ? $"'{word}'" : "")}}]
              properties: { {{Each((word, index) => index % 3 == 0 ? $"'{word}': {{ type: [string, 'null'] }}" : $"'{word}': {{ type: string }}")}} }
              additionalProperties: { type: string }
        """);

    [Fact]
    public void Required_parameters() => AssertCompiles($$"""
        paths:
          ? /words{{string.Concat(s_words.Select(word => $"/{{{word}}}"))}}
          : get:
              operationId: read
              parameters: [{{Each(word => $$"""{ name: '{{word}}', in: path, required: true, schema: { type: string } }""")}}]
              responses: { 204: { description: Done. } }
        """);

    [Fact]
    public void Operations_tags_types_and_values() => AssertCompiles($$"""
        security: [{ {{s_words[0]}}: [] }]
        paths:
          /kind: { get: { operationId: readKind, responses: { 200: { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/Kind%20of%20word' } } } } } } }
        {{string.Join('\n', s_words.Select(word => $$"""  /{{word}}: { get: { operationId: '{{word}}', tags: ['{{word}}'], responses: { 200: { description: It., content: { application/json: { schema: { $ref: '#/components/schemas/{{word}}' } } } } } } }"""))}}
        components:
          securitySchemes: { {{Each(word => $$"""'{{word}}': { type: apiKey, in: header, name: X-{{word}} }""")}} }
          schemas: { {{Each((word, index) => index % 2 == 0 ? $"'{word}': {{ type: object, properties: {{ '{word}': {{ type: string }} }} }}" : $"'{word}': {{ type: string, enum: ['{word}'] }}")}}, Kind of word: { type: string, enum: [{{Each(word => $"'{word}'")}}] } }
        """);

    private static string Each(Func<string, string> write) => string.Join(", ", s_words.Select(write));

    private static string Each(Func<string, int, string> write) => string.Join(", ", s_words.Select(write).Where(text => text.Length > 0));

    private static void AssertCompiles(string document)
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("words.yaml", $"openapi: 3.1.0\ninfo: {{ title: Words, version: '1' }}\n{document}")).AssertCompiles();

        Assert.Empty(run.Problems);
        Assert.NotNull(run.Type("Consumer.Words.WordsClient"));
    }
}
