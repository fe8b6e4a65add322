using NJsonSchema;
using NJsonSchema.Generation;
using NJsonSchema.References;
using NSwag;

namespace Dragoman.Generator.Document;

/// <summary>Lets NSwag read a canonical document, and nothing else: any $ref that would need a file or a host is refused.</summary>
internal static class NSwagReader
{
    public static OpenApiDocument Read(string json) =>
        OpenApiDocument.FromJsonAsync(json, documentPath: null, NJsonSchema.SchemaType.OpenApi3, document => new LocalResolver(new OpenApiSchemaResolver(document, new JsonSchemaGeneratorSettings())))
            .GetAwaiter().GetResult();

    /// <summary>The second wall against I/O; the first is that a canonical document only has local $refs.</summary>
    private sealed class LocalResolver(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
    {
        public override Task<IJsonReference> ResolveFileReferenceAsync(string filePath, CancellationToken cancellationToken = default) => throw new NotSupportedException(filePath);

        public override Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default) => throw new NotSupportedException(url);
    }
}
