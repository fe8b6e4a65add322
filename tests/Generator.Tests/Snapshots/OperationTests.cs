using System.Runtime.CompilerServices;
using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Methods.</summary>
public sealed class OperationTests
{
    [Fact]
    public void Token_exchange() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /auth:
          post:
            operationId: createToken
            tags: [Auth]
            security: []
            requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/KeyPair' } } } }
            responses: { 200: { description: A token., content: { application/json: { schema: { $ref: '#/components/schemas/Token' } } } } }
        /films: { get: { operationId: listFilms, tags: [Films], responses: { 204: { description: Done. } } } }
        """,
        """
        security: [{ accessToken: [] }]
        components:
          securitySchemes:
            accessToken:
              type: http
              scheme: bearer
              description: From the console, or of a key pair.
              x-token-exchange: { operation: createToken, token: /data/access_token, expiresIn: /expires_in, renewBefore: 30s }
          schemas:
            KeyPair: { type: object, required: [key_id, key_secret], properties: { key_id: { type: string }, key_secret: { $ref: '#/components/schemas/Secret' } } }
            Secret: { type: string, format: password }
            Token: { type: object, required: [data], properties: { data: { type: object, required: [access_token], properties: { access_token: { type: string } } }, expires_in: { type: integer } } }
        """), "CasesClient", "CasesClientOptions", "CasesOperations"));

    [Fact]
    public void Token_exchange_among_other_credentials() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /token:
          post:
            operationId: createToken
            security: [{ key: [] }]
            requestBody: { content: { application/json: { schema: { type: object, properties: { scope: { type: string } } } } } }
            responses: { 200: { description: A token., content: { application/json: { schema: { type: object, required: [token], properties: { token: { type: string } } } } } } }
        """,
        """
        security: [{ token: [] }]
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            token: { type: oauth2, flows: {}, x-token-exchange: { operation: createToken, token: /token, renewBefore: 0s } }
        """), "CasesClient", "CasesClientOptions"));

    [Fact]
    public void Cookies() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /page:
          get:
            operationId: page
            parameters:
              - { name: theme, in: cookie, description: How it looks., schema: { type: string } }
              - { name: page-size, in: cookie, required: true, schema: { type: integer } }
              - { name: mode, in: cookie, schema: { type: string, enum: [plain, full] } }
            responses: { 204: { description: Done. } }
        """,
        """
        security: [{ session: [], csrf: [] }]
        components:
          securitySchemes:
            session: { type: apiKey, in: cookie, name: sid, description: Who you are. }
            csrf: { type: apiKey, in: cookie, name: csrf }
        """), "CasesClient", "CasesClientOptions", "CasesOperations"));

    [Fact]
    public void Without_tags_and_catalog() => Verify(
        """
        /pets:
          get:
            operationId: listPets
            responses:
              200: { description: All pets., content: { application/json: { schema: { type: array, items: { type: string } } } } }
              404: { description: None. }
              5XX: { description: Broken. }
        """, ["CasesClient", "CasesErrors", "CasesOperations", "NotFoundException"]);

    [Fact]
    public void Parameters_of_all_places_and_styles() => Verify(
        """
        /pets/{id}/{part}:
          get:
            operationId: search
            parameters:
              - { name: id, in: path, required: true, description: Which., schema: { type: integer } }
              - { name: part, in: path, required: true, schema: { type: string, enum: [head, tail] } }
              - { name: q, in: query, required: true, schema: { type: string } }
              - { name: page-size, in: query, description: How many., schema: { type: integer, default: 20, maximum: 100 } }
              - { name: since, in: query, schema: { type: string, format: date-time } }
              - { name: deep, in: query, required: true, schema: { type: boolean } }
              - { name: exploded, in: query, schema: { type: array, items: { type: string } } }
              - { name: commas, in: query, explode: false, schema: { type: array, items: { type: integer } } }
              - { name: spaces, in: query, style: spaceDelimited, explode: false, required: true, schema: { type: array, items: { type: string, format: uuid } } }
              - { name: pipes, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string, enum: [a, b] } } }
              - { name: gaps, in: query, schema: { type: array, items: { type: [string, 'null'], enum: [a, b, null] } } }
              - { name: numbered-gaps, in: query, required: true, schema: { type: array, items: { type: [integer, 'null'], enum: [1, 2, null] } } }
              - { name: times-or-null, in: query, schema: { type: array, items: { type: [string, 'null'], format: date } } }
              - { name: level, in: query, schema: { type: integer, enum: [1, 2] } }
              - { name: X-Trace, in: header, schema: { type: string } }
              - { name: options, in: header, required: true, schema: { type: number } }
            responses: { 204: { description: Done. } }
        """, ["CasesClient"]);

    [Fact]
    public void Several_successes() => Verify(
        """
        /jobs:
          post:
            operationId: start
            requestBody: { content: { application/merge-patch+json: { schema: { type: object, properties: { name: { type: string } } } } } }
            responses:
              200: { description: Done., content: { application/json: { schema: { type: integer } } } }
              202: { description: Accepted. }
              2XX: { description: Something else., content: { application/json: { schema: { type: [integer, 'null'] } } } }
          delete:
            operationId: stop
            responses: { 200: { description: Stopped. }, 204: { description: Was not running. } }
          put:
            operationId: replace
            requestBody: { required: true, content: { application/json: { schema: { anyOf: [{ type: string }, { type: 'null' }] } } } }
            responses: { default: { description: Anything. } }
        """, ["CasesClient"]);

    [Fact]
    public void Text_responses() => Verify(
        """
        /log: { get: { operationId: readLog, responses: { 200: { description: The log., content: { text/plain: { schema: { type: string } } } } } } }
        """, ["CasesClient"]);

    [Fact]
    public void Deprecated() => Verify(
        """
        /old:
          get:
            operationId: readOld
            tags: [Old things]
            deprecated: true
            summary: Reads it.
            description: |
              First paragraph.

              Second one.
            parameters: [{ name: x, in: query, deprecated: true, schema: { type: string } }]
            responses: { 204: { description: Done. } }
        """, ["OldThingsClient"]);

    [Fact]
    public void Security_alternatives() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /any: { get: { operationId: any, responses: { 204: { description: Done. } } } }
        /both: { get: { operationId: both, security: [{ key: [], user: [] }], responses: { 204: { description: Done. } } } }
        /none: { get: { operationId: none, security: [], responses: { 204: { description: Done. } } } }
        /optional: { get: { operationId: optional, security: [{}, { token: [] }], responses: { 204: { description: Done. } } } }
        """,
        """
        security: [{ key: [] }, { token: [] }]
        components:
          securitySchemes:
            key: { type: apiKey, in: query, name: key, description: 'From the "console".' }
            user: { type: http, scheme: basic }
            token: { type: http, scheme: bearer }
        """), "CasesClient", "CasesClientOptions", "CasesOperations"));

    [Fact]
    public void Authorization_servers() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        "/any: { get: { operationId: any, responses: { 204: { description: Done. } } } }",
        """
        security: [{ login: [] }]
        components:
          securitySchemes:
            login: { type: oauth2, description: Sign in., flows: { clientCredentials: { tokenUrl: "https://login.example/token", scopes: {} }, deviceAuthorization: { deviceAuthorizationUrl: /device, tokenUrl: "https://login.example/token", scopes: {} } } }
        """), "CasesClient", "CasesClientOptions"));

    [Fact]
    public void Polling() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /jobs/{id}:
          get:
            operationId: getJob
            tags: [Jobs]
            parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: verbose, in: query, schema: { type: boolean } }]
            x-polling:
              method: waitUntilDone
              result: /job
              state: /job/progress/state
              interval: 1500ms
              timeout: 1h
              attemptTimeout: 2500ms
              success: [done, 'say "when"']
              failure: { failed: JOB_FAILED, rejected: { code: JOB_FAILED, message: /job/progress/reason } }
            responses:
              200:
                description: How it is.
                content:
                  application/json:
                    schema:
                      type: object
                      required: [job]
                      properties:
                        job:
                          type: object
                          properties:
                            progress: { type: object, properties: { state: { type: string, enum: [open, done, failed] }, reason: { type: string } } }
        """) with
    {
        Errors = """
            catalog: 1
            api: Cases
            errors:
              JOB_FAILED: { status: 422, message: The job failed., resolution: Start another one. }
            """,
    }, "JobsClient"));

    [Fact]
    public void Readiness() => Snapshot.Verify(Emitted.Files(Emitted.Paths(
        """
        /ready:
          get:
            operationId: getReadiness
            tags: [Slots]
            x-readiness: { method: waitForSlot, notReady: [503, 425], interval: 1500ms, load: /active, capacity: '/say "most"' }
            responses: { 200: { description: Ready., content: { application/json: { schema: { $ref: '#/components/schemas/Readiness' } } } } }
        """, head: """
        components: { schemas: { Readiness: { type: object, properties: { active: { type: integer }, 'say "most"': { type: number } } } } }
        """), "CasesClient"));

    [Fact]
    public void A_long_poll() => Snapshot.Verify(Emitted.Files(Emitted.Paths("/events: { get: { operationId: getEvents, x-long-poll: true, responses: { 204: { description: None. } } } }"), "CasesOperations"));

    [Fact]
    public void A_catalog_of_everything() => Snapshot.Verify(Emitted.Files(Emitted.Paths("/pets: { get: { operationId: listPets, responses: { 204: { description: None. } } } }") with
    {
        Errors = """
            catalog: 1
            api: Cases of "all" kinds
            docs: https://cases.example/errors/{code}
            envelope:
              - { code: /error/code, message: /error/message, members: { field: /error/field, 'odd "name"': /error/odd } }
              - { message: /detail }
            policies:
              slow: { retries: 5, base: 90s, cap: 10m }
            limits:
              'odd "name"': { permits: 30, window: 90s, operations: [listPets] }
              all: { permits: 500, window: 15m, scope: address }
            statuses:
              404: { name: NotFound, message: Not there., resolution: Look elsewhere. }
              429: { name: RateLimit, retry: slow }
              5XX: { name: Server, retry: never }
            errors:
              a/b~c: { status: 404, message: "Line one\nline two" }
              WAIT: { status: 409, retry: poll }
              class: { category: Odd }
              NO_FACE: { status: 422, match: [No face, 'say "when"'], message: There is no face., resolution: Send another picture. }
            """,
    }, "CasesErrors", "ABCException", "ClassException", "NoFaceException", "WaitException", "NotFoundException", "ServerException"));

    [Fact]
    public void A_catalog_of_every_recovery() => Snapshot.Verify(Emitted.Files(Emitted.Paths("/pets: { get: { operationId: listPets, responses: { 204: { description: None. } } } }") with
    {
        Errors = """
            catalog: 1
            statuses:
              401: { name: SignIn, recovery: authenticate }
              429: { name: RateLimit, retry: { wait: 30s, retries: 2 } }
            errors:
              DONE: { status: 400, retry: nothing }
              EXPIRED: { status: 401, retry: authenticate }
              GONE: { status: 410, retry: restart }
              DROPPED: { retry: reconnect }
              TERMS: { status: 403, retry: prepare }
              ENDING: { retry: advisory }
              OUTGOING: { status: 429, retry: { wait: 60s } }
              QUOTA: { status: 429, retry: { until: /reset_time } }
              STARTING: { status: 503, retry: { retries: 5, class: not-ready } }
            """,
    }, "CasesErrors"));

    private static void Verify(string paths, string[] types, [CallerMemberName] string test = "") => Snapshot.Verify(Emitted.Files(Emitted.Paths(paths), types), test: test);
}
