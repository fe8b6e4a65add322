using System.Runtime.CompilerServices;
using Dragoman.Generator.Tests.Infrastructure.Snapshots;

namespace Dragoman.Generator.Tests.Snapshots;

/// <summary>Forms and files, sent and received.</summary>
public sealed class FileTests
{
    [Fact]
    public void A_form_of_everything() => Verify("""
        /clips:
          post:
            operationId: uploadClip
            requestBody:
              required: true
              content:
                application/json: { schema: { $ref: '#/components/schemas/Clip' } }
                multipart/form-data:
                  schema: { $ref: '#/components/schemas/Clip' }
                  encoding:
                    poster: { contentType: image/png }
                    raw: { contentType: 'audio/wav, audio/mpeg' }
                    note: { contentType: text/markdown }
                    options: { contentType: application/vnd.clip+json }
                    list: { contentType: application/json }
            responses: { 204: { description: Kept. } }
        """, """
        components:
          schemas:
            Clip:
              type: object
              description: A clip with all that belongs to it.
              required: [file, title, kind, range, tags, nothing]
              properties:
                id: { type: string, readOnly: true }
                file: { type: string, format: binary, minLength: 10240, maxLength: 33554432, description: The video. }
                poster: { type: string, contentMediaType: image/png }
                raw: {}
                stills: { type: array, items: { type: string, format: binary, maxLength: 1000000 } }
                title: { type: string }
                nothing: { type: [string, 'null'] }
                note: { type: string }
                kind: { type: string, enum: [short, long] }
                level: { type: integer, enum: [1, 2] }
                seconds: { type: number }
                at: { type: string, format: date-time }
                digest: { type: string, contentEncoding: base64 }
                range: { type: object, required: [from], properties: { from: { type: integer }, key: { type: string, readOnly: true } } }
                options: { type: object, additionalProperties: { type: string } }
                tags: { type: array, items: { type: string } }
                marks: { type: array, items: { type: [integer, 'null'] } }
                list: { type: array, items: { type: string } }
                form: { type: object, properties: { item: { type: string } } }
                item: { anyOf: [{ type: string, format: binary }, { type: 'null' }] }
              additionalProperties: { type: integer }
        """, ["CasesClient", "Clip"]);

    [Fact]
    public void A_form_without_files_that_is_JSON_elsewhere() => Verify("""
        /notes:
          post:
            operationId: addNote
            requestBody: { content: { multipart/form-data: { schema: { $ref: '#/components/schemas/Note' } } } }
            responses: { 200: { description: The note., content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
        """, """
        components:
          schemas:
            Note: { type: object, required: [text], properties: { text: { type: string } } }
            NoteForm: { type: string }
        """, ["CasesClient", "Note"]);

    [Fact]
    public void Bodies_that_are_files() => Verify("""
        /frames/{id}:
          parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
          put:
            operationId: putFrame
            requestBody: { required: true, description: The picture., content: { image/jpeg: { schema: { type: string, format: binary, maxLength: 1000 } } } }
            responses: { 204: { description: Kept. } }
          post:
            operationId: addSound
            requestBody: { content: { audio/*: {}, application/octet-stream: {} } }
            responses: { 204: { description: Kept. } }
          get:
            operationId: getFrame
            responses:
              200: { description: The picture., content: { image/jpeg: { schema: { type: string, format: binary } }, image/png: {} } }
              204: { description: There is none. }
        /sound:
          get:
            operationId: getSound
            responses: { 200: { description: The sound., content: { '*/*': { schema: { type: string, format: binary } } } } }
        """, "", ["CasesClient"]);

    [Fact]
    public void Results_of_several_types() => Verify("""
        /jobs:
          post:
            operationId: addJob
            requestBody: { required: true, content: { application/x-ndjson: { schema: { type: array, items: { type: integer } } } } }
            responses:
              200: { description: It is done already., headers: { X-Job: { description: The job., schema: { type: string } } }, content: { image/png: {} } }
              202: { description: It waits., content: { application/json: { schema: { type: string } } } }
              204: {}
          get: { operationId: findJob, responses: { 303: { headers: { Location: { schema: { type: string } } } } } }
        """, "", ["CasesClient", "AddJobResult", "CasesHeaders", "CasesOperations"]);

    private static void Verify(string paths, string components, string[] types, [CallerMemberName] string test = "") =>
        Snapshot.Verify(Emitted.Files(Emitted.Paths(paths, components), types), test: test);
}
