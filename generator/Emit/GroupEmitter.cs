using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the client class of a tag and its interface.</summary>
internal static class GroupEmitter
{
    public static EmittedFile Emit(FileModel file, GroupModel group)
    {
        Names names = new(file);
        CodeText className = CodeText.Identifier(group.ClassName);
        CodeText summary = DocEmitter.Summary(group.Description, CodeText.Of($"The operations of {CodeText.Doc(group.PropertyName)}."));
        IReadOnlyList<OperationCode> operations = group.Operations.Select(operation => new OperationCode(file, operation, names)).ToList();
        CodeText body = CodeText.Of($$"""
            {{summary}}
            public sealed partial class {{className}} : I{{className}}
            {
                private readonly {{names["ApiPipeline"]}} _pipeline;

                internal {{className}}({{names["ApiPipeline"]}} pipeline) => _pipeline = pipeline;

                {{CodeText.Paragraphs(operations.Select(operation => operation.Methods()))}}
            }

            {{summary}}
            public interface I{{className}}
            {
                {{CodeText.Paragraphs(operations.Select(operation => operation.Declarations(className)))}}
            }
            """);
        return SourceFileEmitter.Emit(file, group.ClassName, $"{file.Document}#/paths", body, names, group.Operations.Any(operation => operation.IsDeprecated));
    }
}
