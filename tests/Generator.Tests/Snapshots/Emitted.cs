using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>What small documents become.</summary>
internal static class Emitted
{
    /// <summary>A document of these components, all of which the operation <c>exchange</c> sends and receives as members of one schema.</summary>
    public static SpecFile Schemas(string schemas, params string[] names) => new("cases.yaml", $$"""
        openapi: 3.1.0
        info: { title: Cases, version: "1" }
        servers: [{ url: https://cases.example }]
        paths:
          /exchange:
            post:
              operationId: exchange
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } }
              responses: { 200: { description: The same., content: { application/json: { schema: { $ref: '#/components/schemas/All' } } } } }
        components:
          schemas:
            All: { type: object, properties: { {{string.Join(", ", names.Select(name => $"{name}: {{ $ref: '#/components/schemas/{name}' }}"))}} } }
            {{schemas.ReplaceLineEndings("\n    ")}}
        """);

    /// <summary>A document with these paths.</summary>
    public static SpecFile Paths(string paths, string head = "") => new("cases.yaml", $$"""
        openapi: 3.1.0
        info: { title: Cases, version: "1" }
        servers: [{ url: https://cases.example }]
        {{head}}
        paths:
          {{paths.ReplaceLineEndings("\n  ")}}
        """);

    /// <summary>The files of these types, from a run that has neither problems nor warnings. Of several media types it may have to choose.</summary>
    public static IEnumerable<(string HintName, string Text)> Files(SpecFile spec, params string[] types)
    {
        GeneratorRun run = GeneratorRun.Of(spec).AssertCompiles();
        Assert.DoesNotContain(run.Problems, problem => !problem.EndsWith(" DRG2115", StringComparison.Ordinal));
        return [.. types.Select(type => run.Sources.Single(source => source.Key.EndsWith($".{type}.g.cs", StringComparison.Ordinal))).Select(source => (source.Key, source.Value))];
    }
}
