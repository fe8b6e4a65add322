using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the client class of a tag and its interface.</summary>
internal static class GroupEmitter
{
    public static EmittedFile Emit(FileModel file, GroupModel group)
    {
        Names names = new(file);
        CodeText className = CodeText.Identifier(group.ClassName);
        CodeText summary = Summary(group.Description, group.PropertyName);
        IReadOnlyList<OperationCode> operations = group.Operations.Select(operation => new OperationCode(file, operation, names)).ToList();
        CodeText body = CodeText.Of($$"""
            {{summary}}
            {{names.Access}} sealed partial class {{className}} : I{{className}}
            {
                private readonly {{names["ApiPipeline"]}} _pipeline;

                internal {{className}}({{names["ApiPipeline"]}} pipeline) => _pipeline = pipeline;

                {{CodeText.Paragraphs(operations.Select(operation => operation.Methods()))}}
            }

            {{summary}}
            {{names.Access}} interface I{{className}}
            {
                {{CodeText.Paragraphs(operations.Select(operation => operation.Declarations()))}}
            }

            {{TwinsCode.Class(group.ClassName, operations, names)}}
            """);
        return SourceFileEmitter.Emit(file, group.ClassName, $"{file.Document}#/paths", body, names, OperationCode.Warnings(group.Operations));
    }

    /// <summary>What a group is, wherever it shows: as a class, as an interface and as a property of the root client.</summary>
    public static CodeText Summary(string description, string propertyName) => DocEmitter.Summary(description, CodeText.Of($"The operations of {CodeText.Doc(propertyName)}."));
}
