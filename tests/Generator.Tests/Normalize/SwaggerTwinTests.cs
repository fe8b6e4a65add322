using Dragoman.Generator.Tests.Infrastructure.Driver;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>One API written in Swagger 2.0 and in OpenAPI 3.0 has one client.</summary>
public sealed class SwaggerTwinTests
{
    private const string Swagger = """
        swagger: "2.0"
        info: { title: Zoo, version: "1", description: Animals. }
        host: zoo.example
        basePath: /v1
        schemes: [https]
        consumes: [application/json]
        produces: [application/json]
        securityDefinitions:
          key: { type: apiKey, in: header, name: X-Key }
          user: { type: basic }
        security: [{ key: [] }]
        parameters:
          limit: { name: limit, in: query, type: integer, format: int32, maximum: 100, default: 10, description: How many. }
          pet: { name: pet, in: body, required: true, description: The pet., schema: { $ref: '#/definitions/Pet' } }
        responses:
          NotFound: { description: None., schema: { $ref: '#/definitions/Problem' } }
        paths:
          /pets:
            parameters: [{ $ref: '#/parameters/limit' }]
            get:
              operationId: listPets
              tags: [Pets]
              parameters:
                - { name: kinds, in: query, type: array, items: { type: string, enum: [cat, dog] }, collectionFormat: multi }
                - { name: X-Trace, in: header, type: string }
              responses:
                200: { description: The pets., schema: { type: array, items: { $ref: '#/definitions/Pet' } } }
            post:
              operationId: addPet
              tags: [Pets]
              security: [{ user: [] }]
              parameters: [{ $ref: '#/parameters/pet' }]
              responses:
                201: { description: The pet., schema: { $ref: '#/definitions/Pet' } }
                404: { $ref: '#/responses/NotFound' }
          /pets/{id}/photo:
            put:
              operationId: setPhoto
              consumes: [multipart/form-data]
              parameters:
                - { name: id, in: path, required: true, type: string, format: uuid }
                - { name: photo, in: formData, required: true, type: file, description: The picture. }
                - { name: caption, in: formData, type: string }
              responses: { 204: { description: Done. } }
            get:
              operationId: getPhoto
              produces: [image/png]
              parameters: [{ name: id, in: path, required: true, type: string, format: uuid }]
              responses: { 200: { description: The picture., schema: { type: file } } }
        definitions:
          Pet:
            type: object
            required: [name]
            properties:
              name: { type: string, description: What it is called. }
              born: { type: string, format: date, x-nullable: true }
              owner: { $ref: '#/definitions/Owner' }
              kind: { type: string, enum: [cat, dog] }
          Owner: { type: object, properties: { name: { type: string, readOnly: true } } }
          Problem: { type: object, properties: { message: { type: string } } }
        """;

    private const string OpenApi = """
        openapi: 3.0.3
        info: { title: Zoo, version: "1", description: Animals. }
        servers: [{ url: https://zoo.example/v1 }]
        security: [{ key: [] }]
        paths:
          /pets:
            parameters: [{ $ref: '#/components/parameters/limit' }]
            get:
              operationId: listPets
              tags: [Pets]
              parameters:
                - { name: kinds, in: query, schema: { type: array, items: { type: string, enum: [cat, dog] } }, style: form, explode: true }
                - { name: X-Trace, in: header, schema: { type: string } }
              responses:
                200: { description: The pets., content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Pet' } } } } }
            post:
              operationId: addPet
              tags: [Pets]
              security: [{ user: [] }]
              requestBody: { required: true, description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
              responses:
                201: { description: The pet., content: { application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
                404: { $ref: '#/components/responses/NotFound' }
          /pets/{id}/photo:
            put:
              operationId: setPhoto
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              requestBody:
                required: true
                content:
                  multipart/form-data:
                    schema:
                      type: object
                      required: [photo]
                      properties: { photo: { type: string, format: binary, description: The picture. }, caption: { type: string } }
              responses: { 204: { description: Done. } }
            get:
              operationId: getPhoto
              parameters: [{ name: id, in: path, required: true, schema: { type: string, format: uuid } }]
              responses: { 200: { description: The picture., content: { image/png: { schema: { type: string, format: binary } } } } }
        components:
          securitySchemes:
            key: { type: apiKey, in: header, name: X-Key }
            user: { type: http, scheme: basic }
          parameters:
            limit: { name: limit, in: query, description: How many., schema: { type: integer, format: int32, maximum: 100, default: 10 } }
          responses:
            NotFound: { description: None., content: { application/json: { schema: { $ref: '#/components/schemas/Problem' } } } }
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: { type: string, description: What it is called. }
                born: { type: string, format: date, nullable: true }
                owner: { $ref: '#/components/schemas/Owner' }
                kind: { type: string, enum: [cat, dog] }
            Owner: { type: object, properties: { name: { type: string, readOnly: true } } }
            Problem: { type: object, properties: { message: { type: string } } }
        """;

    [Fact]
    public void Both_versions_have_one_client()
    {
        GeneratorRun swagger = GeneratorRun.Of(new SpecFile("zoo.yaml", Swagger)).AssertCompiles();
        GeneratorRun openApi = GeneratorRun.Of(new SpecFile("zoo.yaml", OpenApi));

        Assert.Empty(swagger.Problems);
        Assert.NotEmpty(swagger.Sources);
        Assert.Equal(Named(openApi.Sources), Named(swagger.Sources));
    }

    /// <summary>The comment that says where a file comes from is the one thing that differs.</summary>
    [Fact]
    public void Comments_name_the_users_own_places() =>
        Assert.Contains("zoo.yaml#/definitions/Pet", GeneratorRun.Of(new SpecFile("zoo.yaml", Swagger)).Sources["Consumer.Zoo.Pet.g.cs"], StringComparison.Ordinal);

    private static IEnumerable<(string Name, string Text)> Named(IReadOnlyDictionary<string, string> sources) =>
        sources.Select(source => (source.Key, Comparable(source.Value))).OrderBy(source => source.Key, StringComparer.Ordinal);

    private static string Comparable(string text) => System.Text.RegularExpressions.Regex.Replace(text, "#/(definitions|components|paths)/[^ <\r\n]*", "#");
}
