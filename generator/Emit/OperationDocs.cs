using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the documentation of one operation's methods.</summary>
internal sealed class OperationDocs(FileModel file, OperationModel operation, Names names)
{
    private readonly string _route = $"{operation.Method} {operation.Path}";

    /// <summary>Summary and remarks; the route stands in the remarks, or in the summary where the document has no other.</summary>
    public CodeText Head()
    {
        bool isDescribed = DocText.Lines(operation.Summary).Count > 0;
        return CodeText.Lines(
        [
            DocEmitter.Summary(isDescribed ? operation.Summary : _route),
            DocEmitter.Remarks(isDescribed ? _route : "", operation.Remarks),
        ]);
    }

    /// <summary>What the document says of parameters and body. Those that every method ends with are described by their types.</summary>
    /// <param name="waiting">What a method that waits has besides.</param>
    public CodeText Parameters(params CodeText[] waiting) => CodeText.Lines(
    [
        .. operation.Parameters.Where(parameter => parameter.IsRequired).Select(Parameter),
        operation.Body is { } body ? DocEmitter.Param(body.Name, body.Description, CodeText.Empty) : CodeText.Empty,
        .. waiting,
        .. operation.Parameters.Where(parameter => !parameter.IsRequired).Select(Parameter),
    ]);

    public CodeText Returns() => operation.Result.Type is null ? CodeText.Empty : DocEmitter.Returns(operation.Result.Description);

    /// <summary>What is streamed, and that nothing happens before it is enumerated.</summary>
    public CodeText ReturnsStream() => DocEmitter.Returns($"{(operation.Result.Description.Length > 0 ? operation.Result.Description : "What the service sends.").TrimEnd()}\nThe request is sent when the enumeration begins, and by each enumeration anew.");

    /// <summary>Those of every operation say by their own documentation what they mean.</summary>
    public CodeText Exceptions() => CodeText.Lines(
    [
        .. operation.Errors.Where(error => !error.IsDelivered).Select(error => DocEmitter.Exception(CodeText.Identifier(error.ExceptionName), error.Text)),
        DocEmitter.Exception(CodeText.Identifier(file.BaseExceptionName)),
        DocEmitter.Exception(names["ResponseFormatException"]),
        DocEmitter.Exception(names["TransportException"]),
    ]);

    private static CodeText Parameter(ParameterModel parameter)
    {
        CodeText wireName = DocText.WireName(parameter.WireName, parameter.Name);
        return DocEmitter.Param(parameter.Name, parameter.Description, wireName, parameter.IsDeprecated ? ["The document marks this as deprecated."] : []);
    }
}
