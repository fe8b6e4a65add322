namespace Dragoman.Generator.Model;

/// <summary>The exception class of a code: apart from the errors table, so that a change of retries does not re-emit the class.</summary>
/// <param name="Code">The code; null for an error that the service tells by a text.</param>
internal sealed record CodeExceptionModel(string? Code, string Pointer, int? Status, string Name, string BaseName, string? Message, string? Resolution)
{
    public static CodeExceptionModel Of(CodeErrorModel error) => new(error.Match.Count == 0 ? error.Code : null, error.Pointer, error.Status, error.ExceptionName, error.BaseName, error.Message, error.Resolution);
}

/// <summary>The exception class of a status, or of a range of them.</summary>
internal sealed record StatusExceptionModel(int From, int To, string Name)
{
    public static StatusExceptionModel Of(StatusErrorModel status) => new(status.From, status.To, status.ExceptionName);
}
