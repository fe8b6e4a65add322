using Dragoman.Generator.Tests.Infrastructure;
using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Caching;

/// <summary>Edits of channels, forms, streams, tokens, readiness and limits: each writes what says something of it.</summary>
public sealed class ExtensionTests
{
    private static readonly SpecFile s_spec = new("zoo.yaml", """
        openapi: 3.2.0
        info: { title: Zoo, version: "1" }
        security: [{ access: [] }]
        paths:
          /listen: { get: { tags: [Sounds], operationId: listen, x-websocket: { receive: { $ref: '#/components/schemas/Sound' }, close: { 1001: AWAY }, idleTimeout: 5m }, responses: { 101: { description: Open. } } } }
          /pictures: { post: { tags: [Pictures], operationId: addPicture, requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Picture' }, encoding: { file: { contentType: image/png } } } } }, responses: { 204: { description: Added. } } } }
          /talk: { get: { tags: [Talks], operationId: talk, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Sound' } }, text/event-stream: { x-event-stream: { end: [done] } } } } } } }
          /ready: { get: { operationId: ready, x-readiness: { timeout: 1m }, responses: { 204: { description: It is. } } } }
          /token: { post: { tags: [Tokens], operationId: createToken, security: [], requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Keys' } } } }, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Token' } } } } } } }
        components:
          securitySchemes: { access: { type: http, scheme: bearer, x-token-exchange: { operation: createToken, token: /text, renewBefore: 30s } } }
          schemas:
            Sound: { type: object, properties: { kind: { type: string } } }
            Picture: { type: object, properties: { file: { type: string, format: binary, maxLength: 9 } } }
            Keys: { type: object, properties: { secret: { type: string } } }
            Token: { type: object, required: [text], properties: { text: { type: string } } }
        """)
    {
        Errors = """
            catalog: 1
            limits: { all: { permits: 60, window: 1m } }
            errors:
              AWAY: { message: It went away., operations: [listen] }
              LOST: { status: 404, message: It is lost., match: [went astray] }
            """,
    };

    private static readonly GeneratorRun s_run = GeneratorRun.Of(s_spec);

    /// <summary>A text of the document, what it becomes, and the types whose files are made of what says it.</summary>
    public static TheoryData<string, string, string[]> Documents { get; } = new()
    {
        { "openapi: 3.2.0\n", "# One line more moves every position.\nopenapi: 3.2.0\n", [] },
        { "idleTimeout: 5m", "idleTimeout: 6m", ["ListenChannel", "SoundsClient"] },
        { "contentType: image/png", "contentType: image/gif", ["Picture"] },
        { "maxLength: 9", "maxLength: 8", ["Picture"] },
        { "end: [done]", "end: [over]", ["TalksClient"] },
        { "timeout: 1m", "timeout: 2m", ["ZooClient"] },
        { "renewBefore: 30s", "renewBefore: 40s", ["ZooClient", "ZooClientOptions"] },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public void An_edit_of_the_document_writes_its_own_files(string old, string replacement, string[] types) => Check(s_spec.Replace(old, replacement), types);

    /// <summary>A text of the catalog, what it becomes, and the types whose files say something of it.</summary>
    public static TheoryData<string, string, string[]> Catalogs { get; } = new()
    {
        { "catalog: 1\n", "# One line more moves every position.\ncatalog: 1\n", [] },
        { "permits: 60", "permits: 50", ["ZooErrors"] },
        { "match: [went astray]", "match: [got lost]", ["ZooErrors"] },
    };

    [Theory]
    [MemberData(nameof(Catalogs))]
    public void An_edit_of_the_catalog_writes_its_own_files(string old, string replacement, string[] types) => Check(s_spec.ReplaceError(old, replacement), types);

    [Theory]
    [MemberData(nameof(ShippedSpecTests.Systems), MemberType = typeof(ShippedSpecTests))]
    public void A_comment_in_a_shipped_document_or_catalog_writes_nothing(string system)
    {
        SpecFile spec = ShippedSpec.Read(system);
        GeneratorRun run = GeneratorRun.Of(spec);

        new Edit(run, run.With(spec with { Text = $"# One line more.\n{spec.Text}", Errors = $"# One line more.\n{spec.Errors}" })).AssertNothingWritten();
    }

    private static void Check(SpecFile spec, string[] types)
    {
        GeneratorRun after = s_run.With(spec);

        Assert.Empty(after.Problems);
        Assert.Equal(types.Select(type => $"Consumer.Zoo.{type}"), new Edit(s_run, after).Written);
    }
}
