using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the method that connects a channel, and its Try twin.</summary>
internal sealed class ChannelCode(ChannelModel channel, OperationSignature signature, OperationDocs docs, Names names)
{
    private readonly CodeText _type = CodeText.Identifier(channel.Name);

    public CodeText Method { get; } = CodeText.Of($"{CodeText.Identifier(channel.MethodName)}Async");

    public CodeText TaskType => CodeText.Of($"{names["Task"]}<{_type}>");

    public CodeText Parameters
    {
        get
        {
            // Before the two that every method ends with.
            IReadOnlyList<CodeText> optional = signature.Optional().ToList();
            return CodeText.List([.. signature.Required(), .. optional.Take(optional.Count - 2), CodeText.Of($"{names["ChannelOptions"]}? channelOptions = null"), .. optional.Skip(optional.Count - 2)]);
        }
    }

    public CodeText Docs() => CodeText.Of($"""
        {docs.Head()}
        {docs.Parameters()}
        /// <returns>The open channel, to be disposed by the caller.</returns>
        {docs.Exceptions()}
        """);

    /// <summary>The method that throws.</summary>
    /// <param name="checks">The checks of arguments.</param>
    /// <param name="request">The statements that build the call.</param>
    public CodeText Code(CodeText checks, CodeText request) => CodeText.Of($$"""
        {{DocEmitter.Inherited}}
        {{signature.Deprecated}}
        {{signature.Attribute([])}}
        public async {{TaskType}} {{Method}}({{Parameters}})
        {
            {{CodeText.Paragraphs(checks, request)}}

            return new(await _pipeline.ConnectAsync(call, {{_type}}.Description, channelOptions, cancellationToken).ConfigureAwait(false));
        }
        """);

    /// <param name="client">The interface that the Try twin extends.</param>
    public CodeText Twin(CodeText client) =>
        TwinsCode.Twin(client, signature, Method, CodeText.Of($"{names["Task"]}<{names["ApiResult"]}<{_type}>>"), Parameters, ResultOfCall());

    private CodeText ResultOfCall() =>
        CodeText.Of($"{names["ApiResult"]}.From({signature.Receiver}.{Method}({signature.Arguments(CodeText.Of($"cancellationToken"), CodeText.Of($"channelOptions, options"))}))");
}
