namespace Dragoman.Package.Tests;

/// <summary>The smallest API that makes a client.</summary>
internal static class SmallSpec
{
    public static string Document(string title) => $$"""
        openapi: 3.1.0
        info: { title: {{title}}, version: '1' }
        paths:
          /all:
            get:
              operationId: listAll
              responses:
                '200':
                  description: All of them.
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Item' } }
        components:
          schemas:
            Item:
              type: object
              properties: { name: { type: string } }

        """;
}
