using System.Globalization;
using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes exception classes.</summary>
internal sealed class ExceptionEmitter(FileModel file)
{
    private readonly Names _names = new(file);

    public EmittedFile Base(string api) => Class(
        Origin(""),
        file.BaseExceptionName,
        _names["ApiException"],
        $"An answer of {api} that is an error; of this very class, where neither its code nor its status is known.");

    public EmittedFile Status(StatusExceptionModel status)
    {
        string number = status.From == status.To
            ? status.From.ToString(CultureInfo.InvariantCulture)
            : $"{status.From.ToString(CultureInfo.InvariantCulture)} to {status.To.ToString(CultureInfo.InvariantCulture)}";
        return Class(
            Origin("#/statuses"),
            status.Name,
            CodeText.Identifier(file.BaseExceptionName),
            $"An answer with status {number}; of this very class, where its code is not known.");
    }

    public EmittedFile Code(CodeExceptionModel error)
    {
        CodeText name = CodeText.Identifier(error.Name);
        string head = string.Join(", ", new[] { error.Code, error.Status?.ToString(CultureInfo.InvariantCulture) }.Where(part => part is not null));
        CodeText remarks = DocEmitter.Remarks(error.Resolution ?? "");
        CodeText members = error.Code is null ? CodeText.Of($";") : CodeText.Of($$"""

            {
                /// <summary>The code of every exception of this class.</summary>
                public const string ErrorCode = {{CodeText.Literal(error.Code)}};
            }
            """);
        CodeText body = CodeText.Of($$"""
            {{DocEmitter.Summary($"{head}: {error.Message ?? "an error of this code."}")}}
            {{remarks}}
            /// <param name="error">What is known of the failed call.</param>
            {{_names.Access}} sealed class {{name}}({{_names["ApiError"]}} error) : {{CodeText.Identifier(error.BaseName)}}(error){{members}}
            """);
        return SourceFileEmitter.Emit(file, error.Name, Origin($"#{error.Pointer}"), body, _names);
    }

    private string Origin(string pointer) => file.Catalog.Length > 0 ? file.Catalog + pointer : file.Document;

    private EmittedFile Class(string origin, string name, CodeText baseName, string summary)
    {
        CodeText body = CodeText.Of($"""
            {DocEmitter.Summary(summary)}
            /// <param name="error">What is known of the failed call.</param>
            {_names.Access} class {CodeText.Identifier(name)}({_names["ApiError"]} error) : {baseName}(error);
            """);
        return SourceFileEmitter.Emit(file, name, origin, body, _names);
    }
}
