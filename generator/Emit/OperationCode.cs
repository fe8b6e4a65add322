using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the methods of one operation: the one that throws, its Try twin, the one that streams, and the one that waits; or the one that streams or connects instead.</summary>
internal sealed class OperationCode
{
    private readonly OperationModel _operation;
    private readonly Names _names;
    private readonly RequestCode _request;
    private readonly ResponseCode _response;
    private readonly OperationSignature _signature;
    private readonly OperationDocs _docs;
    private readonly PollingCode? _polling;
    private readonly StreamCode? _stream;
    private readonly StreamCode? _streamTwin;
    private readonly ChannelCode? _channel;
    private readonly CodeText _name;
    private readonly CodeText _descriptor;

    public OperationCode(FileModel file, OperationModel operation, Names names)
    {
        _operation = operation;
        _names = names;
        _request = new RequestCode(operation, names);
        _response = new ResponseCode(operation.Result, names);
        _signature = new OperationSignature(operation, names);
        _docs = new OperationDocs(file, operation, names);
        _name = CodeText.Identifier(operation.Name);
        _descriptor = CodeText.Of($"{CodeText.Identifier(file.OperationsName)}.{CodeText.Identifier(operation.DescriptorName)}");
        _stream = operation.Stream is { } stream ? new StreamCode(stream, names) : null;
        _streamTwin = operation.StreamTwin is { } twin ? new StreamCode(twin.Stream, names) : null;
        _channel = operation.Channel is { } channel ? new ChannelCode(channel, _signature, _docs, names) : null;
        _polling = operation.Polling is { } polling ? new PollingCode(file, operation, polling, _signature, _docs, names) : null;
    }

    /// <summary>What compilers must not warn of where these operations are written.</summary>
    public static CompilerWarnings Warnings(IEnumerable<OperationModel> operations) => operations.Aggregate(
        CompilerWarnings.None,
        (warnings, operation) => warnings
            | (operation.IsDeprecated ? CompilerWarnings.Deprecated : CompilerWarnings.None)
            | (OperationDocs.LeavesOut(operation) ? CompilerWarnings.PartlyDescribed : CompilerWarnings.None));

    public CodeText Methods() => _channel is not null ? _channel.Code(_signature.Checks(), Request(asksForResult: false))
        : _stream is not null ? StreamMethod(_stream, _name, _docs.Head())
        : CodeText.Paragraphs(Method(), StreamTwin(), _polling?.Method(_descriptor) ?? CodeText.Empty);

    /// <summary>The same methods as members of an interface, documented by the class.</summary>
    public CodeText Declarations(CodeText className) => _channel is not null
        ? Declaration(className, _channel.Method, _channel.TaskType, _channel.Parameters)
        : OwnDeclarations(className);

    /// <summary>The method that returns what the first one throws. A stream has none: what fails may fail after items were delivered.</summary>
    /// <param name="client">The interface that it extends.</param>
    public CodeText Twin(CodeText client) => _channel is not null ? _channel.Twin(client)
        : _stream is not null ? CodeText.Empty
        : TwinsCode.Twin(client, _signature, CodeText.Of($"{_name}Async"), _signature.TryType, _signature.Parameters, ResultOfCall());

    private CodeText ResultOfCall() =>
        CodeText.Of($"{_names["ApiResult"]}.From(options, observed => {_signature.Receiver}.{_name}Async({_signature.Arguments(CodeText.Of($"cancellationToken"), CodeText.Of($"observed"))}))");

    private CodeText OwnDeclarations(CodeText className) => CodeText.Paragraphs(
        Declaration(className, CodeText.Of($"{_name}Async"), _stream?.Type ?? _signature.TaskType, _signature.Parameters),
        _streamTwin is null ? CodeText.Empty : Declaration(className, CodeText.Of($"{TwinName}Async"), _streamTwin.Type, _signature.Parameters),
        _polling is null ? CodeText.Empty : Declaration(className, _polling.Name, _polling.TaskType, _polling.Parameters));

    private CodeText Declaration(CodeText className, CodeText method, CodeText returnType, CodeText parameters) => CodeText.Of($"""
        /// <inheritdoc cref="{className}.{method}"/>
        {_signature.Deprecated}
        {returnType} {method}({parameters});
        """);

    private CodeText Method() => CodeText.Of($$"""
        {{_docs.Head()}}
        {{_docs.Parameters()}}
        {{_docs.Returns()}}
        {{_docs.Exceptions()}}
        {{_signature.Deprecated}}
        {{_signature.Attribute([])}}
        public {{(_response.IsAwaited ? CodeText.Of($"async {_signature.TaskType}") : _signature.TaskType)}} {{_name}}Async({{_signature.Parameters}})
        {
            {{CodeText.Paragraphs(_signature.Checks(), Request(asksForResult: true), _response.Statements())}}
        }
        """);

    private CodeText StreamMethod(StreamCode stream, CodeText name, CodeText head) => CodeText.Of($$"""
        {{head}}
        {{_docs.Parameters()}}
        {{_docs.ReturnsStream()}}
        {{_docs.StreamExceptions()}}
        {{_signature.Deprecated}}
        {{_signature.Attribute([])}}
        public {{stream.Type}} {{name}}Async({{_signature.Parameters}})
        {
            {{CodeText.Paragraphs(_signature.Checks(), Request(asksForResult: false))}}

            {{stream.Open()}}
        }
        """);

    private CodeText TwinName => CodeText.Identifier(_operation.StreamTwin!.Name);

    private CodeText StreamTwin() => _streamTwin is null ? CodeText.Empty
        : StreamMethod(_streamTwin, TwinName, CodeText.Of($"/// <summary>Like <see cref=\"{_name}Async\"/>, but streams the answer while it is made.</summary>"));

    /// <param name="asksForResult">False where the answer is a stream, which the pipeline asks for.</param>
    private CodeText Request(bool asksForResult) => CodeText.Lines(
    [
        CodeText.Of($"{_names["ApiCall"]} call = new({_descriptor}, options);"),
        .. _operation.Parameters.Select(_request.Parameter),
        asksForResult && _operation.Result.Accept.Length > 0 ? CodeText.Of($"call.Header(\"Accept\", {CodeText.Literal(_operation.Result.Accept)});") : CodeText.Empty,
        _request.Body(),
    ]);
}
