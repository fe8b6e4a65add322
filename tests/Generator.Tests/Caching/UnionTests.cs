using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>Edits of unions and of events: each is one file.</summary>
public sealed class UnionTests
{
    private static readonly SpecFile s_spec = new("zoo.yaml", """
        openapi: 3.2.0
        info: { title: Zoo, version: "1" }
        paths:
          /pet: { get: { operationId: getPet, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } } } } }
          /watch:
            get:
              operationId: watch
              responses:
                200:
                  content:
                    text/event-stream: { itemSchema: { $ref: '#/components/schemas/Event' }, x-event-stream: { end: [slept] } }
        components:
          schemas:
            Pet: { description: One of two., oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }], discriminator: { propertyName: kind, mapping: { tom: Cat } } }
            Cat: { type: object, description: It purrs., required: [kind], properties: { kind: { type: string, description: Which. } } }
            Dog: { type: object, required: [kind], properties: { kind: { type: string } } }
            Event:
              oneOf:
                - { description: It moved., properties: { event: { const: moved }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Pet' } } } }
                - { properties: { event: { const: slept }, data: { type: string } } }
        """);

    private static readonly GeneratorRun s_run = GeneratorRun.Of(s_spec);

    /// <summary>A text of the document, what it becomes, and the types whose files say something of it.</summary>
    public static TheoryData<string, string, string[]> Edits { get; } = new()
    {
        { "openapi: 3.2.0\n", "# One line more moves every position.\nopenapi: 3.2.0\n", [] },
        { "One of two.", "An animal.", ["Pet"] },
        { "tom: Cat", "tim: Cat", ["Cat", "Pet"] },
        { "description: Which.", "description: Whose.", ["Cat"] },
        { "description: It purrs.", "description: It naps.", ["Cat", "Pet"] },
        { "description: It moved.", "description: It ran.", ["Event"] },
        { "end: [slept]", "end: [slept], reconnect: true", ["ZooClient"] },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void An_edit_writes_its_own_files(string old, string replacement, string[] types)
    {
        GeneratorRun after = s_run.With(s_spec.Replace(old, replacement));

        Assert.Empty(after.Problems);
        Assert.Equal(types.Select(type => $"Consumer.Zoo.{type}"), new Edit(s_run, after).Written);
    }
}
