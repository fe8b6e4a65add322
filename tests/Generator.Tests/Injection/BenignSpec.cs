using Dragoman.Generator.Testing;

namespace Dragoman.Generator.Tests.Injection;

/// <summary>A small document and catalog without a problem that have a scalar at every place whose text could reach code.</summary>
internal static class BenignSpec
{
    public static SpecFile Spec { get; } = new("zoo.yaml", """
        openapi: 3.1.0
        info: { title: Zoo, version: "1", summary: All animals., description: Keeps animals., contact: { name: The keeper, email: keeper@zoo.example }, license: { name: MIT, url: https://zoo.example/license } }
        externalDocs: { url: https://zoo.example/docs, description: More. }
        servers: [{ url: 'https://{host}/v1', description: The service., variables: { host: { default: zoo.example, enum: [zoo.example], description: Where. } } }]
        tags: [{ name: Pets, description: All about pets., externalDocs: { url: https://zoo.example/pets, description: Yet more. } }]
        security: [{ key: [] }]
        paths:
          /pets/{id}:
            get:
              tags: [Pets]
              operationId: getPet
              summary: Reads a pet.
              description: By its number.
              externalDocs: { url: https://zoo.example/getPet, description: And more. }
              parameters:
                - { name: id, in: path, required: true, description: Which., schema: { type: integer, format: int32, minimum: 1, maximum: 10, default: 3 } }
                - { name: sort, in: query, description: How., schema: { type: string, enum: [name, age], default: name } }
                - { name: kinds, in: query, style: pipeDelimited, explode: false, schema: { type: array, items: { type: string }, minItems: 1, maxItems: 5 } }
                - { name: filter, in: query, style: deepObject, schema: { type: object, properties: { size: { type: string } } } }
                - { name: X-Trace, in: header, description: For support., deprecated: true, example: abc, schema: { type: string, pattern: '^[a-z]+$', minLength: 1, maxLength: 9 } }
              x-polling: { method: waitUntilGrown, result: '', state: /state, interval: 5s, timeout: 15m, success: [grown], failure: { ill: { code: PET_ILL, message: /reason } } }
              x-codegen: { name: anything }
              responses:
                '200': { description: The pet., headers: { X-Count: { description: How many., schema: { type: integer } } }, content: { application/json: { schema: { $ref: '#/components/schemas/Pet' }, example: { name: Tom } }, text/event-stream: { x-event-stream: { end: [grew] } } } }
                '404': { description: No such pet. }
          /ready:
            get: { operationId: getReady, x-readiness: { method: waitUntilFed, notReady: [503], interval: 1s, load: /load, capacity: /most }, responses: { '204': { description: Ready. } } }
          /listen:
            get:
              operationId: listen
              x-websocket: { send: { binary: { minLength: 1 } }, receive: { $ref: '#/components/schemas/Sound' }, error: [error], advisory: [warning], close: { 1001: { code: PET_GONE, reconnect: true } }, subprotocol: token, reconnect: { retries: 1, base: 1s }, idleTimeout: 5m, maxMessageBytes: 100 }
              responses: { '101': { description: Open. } }
          /notes:
            post:
              operationId: addNote
              security: [{ token: [] }, { session: [] }]
              parameters: [{ name: theme, in: cookie, description: How it looks., schema: { type: string } }]
              requestBody: { required: true, description: What to note., content: { application/merge-patch+json: { schema: { $ref: '#/components/schemas/Note' } } } }
              responses: { '200': { description: The note., content: { text/plain: { schema: { type: string } } } } }
          /pictures:
            post:
              operationId: addPicture
              requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Picture' }, encoding: { file: { contentType: image/png }, title: { headers: { X-Part: { schema: { const: first } } } } } } } }
              responses: { '204': { description: Added. } }
          /token:
            post:
              operationId: createToken
              security: []
              requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Keys' } } } }
              responses: { '200': { description: A token., content: { application/json: { schema: { $ref: '#/components/schemas/Token' } } } } }
          /watch:
            get:
              operationId: watch
              responses:
                '200':
                  description: What happens.
                  content:
                    text/event-stream:
                      itemSchema:
                        description: Something happened.
                        oneOf:
                          - { description: It moved., properties: { event: { const: moved }, data: { type: string, contentMediaType: application/json, contentSchema: { $ref: '#/components/schemas/Animal' } } } }
                          - { properties: { event: { enum: [slept] }, data: { type: string } } }
                      x-event-stream: { end: [slept], error: [failed], reconnect: true, idleTimeout: 2m }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key, description: From the console. }
            session: { type: apiKey, in: cookie, name: sid, description: Of the sign-in. }
            granted: { type: oauth2, description: By the zoo., oauth2MetadataUrl: https://zoo.example/metadata, flows: { clientCredentials: { tokenUrl: https://zoo.example/oauth, refreshUrl: https://zoo.example/refresh, scopes: { read: To look. } } } }
            token: { type: http, scheme: bearer, description: For a while., x-token-exchange: { operation: createToken, token: /text, expiresIn: /seconds, renewBefore: 30s } }
          schemas:
            Pet:
              type: object
              title: A pet
              description: An animal at home.
              required: [name, state]
              properties:
                name: { type: string, title: The name, description: What it is called., default: Tom, examples: [Tim] }
                state: { type: string, enum: [grown, small, ill], description: How it is. }
                reason: { type: string, format: anything, const: None }
                born: { type: string, format: date, default: '2020-01-01' }
                old: { type: string, deprecated: true, description: Not any more. }
                level: { $ref: '#/components/schemas/Level' }
                notes: { type: array, items: { $ref: '#/components/schemas/Note' } }
              additionalProperties: { type: string, description: Anything else. }
            Picture: { type: object, properties: { file: { type: string, format: binary, maxLength: 9, description: The picture. }, title: { type: string } } }
            Keys: { type: object, required: [secret], properties: { secret: { type: string, format: password } } }
            Token: { type: object, required: [text], properties: { text: { type: string }, seconds: { type: integer } } }
            Sound: { oneOf: [{ type: object, required: [kind], properties: { kind: { const: near } } }, { type: object, required: [kind], properties: { kind: { const: far } } }] }
            Note: { type: object, description: Written down., properties: { text: { type: [string, 'null'] } } }
            Animal:
              description: One of two.
              oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }]
              discriminator: { propertyName: kind, mapping: { cat: '#/components/schemas/Cat', dog: Dog } }
            Cat: { type: object, description: It purrs., required: [kind], properties: { kind: { type: string } } }
            Dog: { type: object, required: [kind], properties: { kind: { type: string, const: dog } } }
            Level: { type: integer, description: How high., enum: [1, 2], x-enum-varnames: [Low, High], x-enum-descriptions: [Not high., Not low.] }
        """)
    {
        Errors = """
            catalog: 1
            api: Zoo
            docs: https://zoo.example/errors/{code}
            envelope: { code: /error/code, message: /error/message, status: /error/status, members: { field: /error/field } }
            policies: { slow: { retries: 3, base: 500ms, cap: 20s } }
            statuses:
              404: { name: NotFound, message: Not there., resolution: Look elsewhere. }
              5XX: { name: Server, retry: slow }
            limits: { all: { permits: 60, window: 1m, scope: address, operations: [getPet] } }
            errors:
              PET_GONE: { status: 410, category: Pets, message: The pet is gone., resolution: Look for it., operations: [getPet] }
              PET_ILL: { name: IllPet, status: 409, message: The pet is ill., docs: https://zoo.example/ill, retry: poll }
              PET_FULL: { status: 429, retry: { until: /error/reset, retries: 2 } }
              PET_LOST: { status: 404, match: [went astray, is astray] }
              PET_TIRED: { status: 429, retry: { wait: 30s } }
            """,
    };

    public static GeneratorRun Run { get; } = GeneratorRun.Of(Spec);
}
