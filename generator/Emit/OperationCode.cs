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

    /// <summary>What compilers must not warn of where these operations are written: the parameters that all methods have are described nowhere.</summary>
    public static CompilerWarnings Warnings(IEnumerable<OperationModel> operations) => operations.Aggregate(
        CompilerWarnings.None,
        (warnings, operation) => warnings | CompilerWarnings.PartlyDescribed | (operation.IsDeprecated ? CompilerWarnings.Deprecated : CompilerWarnings.None));

    /// <summary>The methods of the class, which the interface documents.</summary>
    public CodeText Methods() => _channel is not null ? _channel.Code(_signature.Checks(), Request(asksForResult: false))
        : _stream is not null ? StreamMethod(_stream, _name)
        : CodeText.Paragraphs(Method(), _streamTwin is null ? CodeText.Empty : StreamMethod(_streamTwin, TwinName), _polling?.Method(_descriptor) ?? CodeText.Empty);

    /// <summary>The same methods as members of the interface.</summary>
    public CodeText Declarations() => _channel is not null ? Declaration(_channel.Docs(), _channel.TaskType, _channel.Method, _channel.Parameters)
        : _stream is not null ? Declaration(StreamDocs(_docs.Head()), _stream.Type, CodeText.Of($"{_name}Async"), _signature.Parameters)
        : CodeText.Paragraphs(
            Declaration(Docs(), _signature.TaskType, CodeText.Of($"{_name}Async"), _signature.Parameters),
            _streamTwin is null ? CodeText.Empty : Declaration(StreamDocs(LikeMethod()), _streamTwin.Type, CodeText.Of($"{TwinName}Async"), _signature.Parameters),
            _polling is null ? CodeText.Empty : Declaration(_polling.Docs(), _polling.TaskType, _polling.Name, _polling.Parameters));

    /// <summary>The method that returns what the first one throws. A stream has none: what fails may fail after items were delivered.</summary>
    /// <param name="client">The interface that it extends.</param>
    public CodeText Twin(CodeText client) => _channel is not null ? _channel.Twin(client)
        : _stream is not null ? CodeText.Empty
        : TwinsCode.Twin(client, _signature, CodeText.Of($"{_name}Async"), _signature.TryType, _signature.Parameters, ResultOfCall());

    private CodeText TwinName => CodeText.Identifier(_operation.StreamTwin!.Name);

    private CodeText ResultOfCall() =>
        CodeText.Of($"{_names["ApiResult"]}.From(options, observed => {_signature.Receiver}.{_name}Async({_signature.Arguments(CodeText.Of($"cancellationToken"), CodeText.Of($"observed"))}))");

    private CodeText Declaration(CodeText docs, CodeText returnType, CodeText method, CodeText parameters) => CodeText.Of($"""
        {docs}
        {_signature.Deprecated}
        {returnType} {method}({parameters});
        """);

    private CodeText Docs() => CodeText.Lines([_docs.Head(), _docs.Parameters(), _docs.Returns(), _docs.Exceptions()]);

    private CodeText StreamDocs(CodeText head) => CodeText.Lines([head, _docs.Parameters(), _docs.ReturnsStream(), _docs.Exceptions()]);

    private CodeText LikeMethod() => CodeText.Of($"/// <summary>Like <see cref=\"{_name}Async\"/>, but streams the answer while it is made.</summary>");

    private CodeText Method() => CodeText.Of($$"""
        {{DocEmitter.Inherited}}
        {{_signature.Deprecated}}
        {{_signature.Attribute([])}}
        public {{(_response.IsAwaited ? CodeText.Of($"async {_signature.TaskType}") : _signature.TaskType)}} {{_name}}Async({{_signature.Parameters}})
        {
            {{CodeText.Paragraphs(_signature.Checks(), Request(asksForResult: true), _response.Statements())}}
        }
        """);

    private CodeText StreamMethod(StreamCode stream, CodeText name) => CodeText.Of($$"""
        {{DocEmitter.Inherited}}
        {{_signature.Deprecated}}
        {{_signature.Attribute([])}}
        public {{stream.Type}} {{name}}Async({{_signature.Parameters}})
        {
            {{CodeText.Paragraphs(_signature.Checks(), Request(asksForResult: false))}}

            {{stream.Open()}}
        }
        """);

    /// <param name="asksForResult">False where the answer is a stream, which the pipeline asks for.</param>
    private CodeText Request(bool asksForResult) => CodeText.Lines(
    [
        CodeText.Of($"{_names["ApiCall"]} call = new({_descriptor}, options);"),
        .. _operation.Parameters.Select(_request.Parameter),
        asksForResult && _operation.Result.Accept.Length > 0 ? CodeText.Of($"call.Header(\"Accept\", {CodeText.Literal(_operation.Result.Accept)});") : CodeText.Empty,
        _request.Body(),
    ]);
}
