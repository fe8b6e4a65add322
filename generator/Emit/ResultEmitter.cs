using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the result of an operation whose successes have several types: a closed record with a nested one for each status.</summary>
internal static class ResultEmitter
{
    public static EmittedFile Emit(FileModel file, ResultModel result)
    {
        Names names = new(file, result.Successes.Select(success => success.CaseName).ToList());
        CodeText name = CodeText.Identifier(result.Type!.Name);
        CodeText body = CodeText.Of($$"""
            /// <summary>What the service answered: one of the nested records, told apart by the status.</summary>
            {{names.Access}} abstract partial record {{name}}
            {
                private protected {{name}}()
                {
                }

                {{CodeText.Paragraphs(result.Successes.Select(success => Case(success, name, names)))}}
            }
            """);
        return SourceFileEmitter.Emit(file, result.Type.Name, $"{file.Document}#/paths", body, names);
    }

    private static CodeText Case(SuccessModel success, CodeText result, Names names)
    {
        CodeText status = success.From == success.To ? CodeText.Number(success.From) : CodeText.Of($"{CodeText.Number(success.From)} to {CodeText.Number(success.To)}");
        CodeText summary = DocEmitter.Summary(success.Description, CodeText.Of($"The status {status}."));
        CodeText name = CodeText.Identifier(success.CaseName);
        return success.Type is { } type
            ? CodeText.Of($"""
                {summary}
                public sealed record {name}({names.Of(type, success.IsNullable)} Value) : {result};
                """)
            : CodeText.Of($"""
                {summary}
                public sealed record {name} : {result};
                """);
    }
}
