using Dragoman.Generator.Model;

namespace Dragoman.Generator.Emit;

/// <summary>Writes the method that connects a channel, and its Try twin.</summary>
internal sealed class ChannelCode(ChannelModel channel, OperationSignature signature, OperationDocs docs, Names names)
{
    private readonly CodeText _type = CodeText.Identifier(channel.Name);
    private readonly CodeText _method = CodeText.Identifier(channel.MethodName);

    /// <summary>The methods.</summary>
    /// <param name="checks">The checks of arguments.</param>
    /// <param name="request">The statements that build the call.</param>
    public CodeText Methods(CodeText checks, CodeText request) => CodeText.Paragraphs(
        CodeText.Of($$"""
            {{docs.Head()}}
            {{docs.ChannelParameters()}}
            /// <returns>The open channel, to be disposed by the caller.</returns>
            {{docs.Exceptions()}}
            {{signature.Deprecated}}
            {{signature.Attribute([])}}
            public async {{TaskType}} {{_method}}Async({{Parameters}})
            {
                {{CodeText.Paragraphs(checks, request)}}

                return new(await _pipeline.ConnectAsync(call, {{_type}}.Description, channelOptions, cancellationToken).ConfigureAwait(false));
            }
            """),
        CodeText.Of($$"""
            /// <summary>Like <see cref="{{_method}}Async"/>, but returns what that throws.</summary>
            {{docs.ChannelParameters()}}
            /// <returns>The open channel, or the exception that <see cref="{{_method}}Async"/> would throw.</returns>
            {{signature.Deprecated}}
            {{signature.Attribute([])}}
            public {{TryType}} Try{{_method}}Async({{Parameters}}) =>
                {{names["ApiResult"]}}.From({{_method}}Async({{signature.Arguments(CodeText.Of($"cancellationToken"), CodeText.Of($"channelOptions, options"))}}));
            """));

    /// <summary>What the interface declares: name, type and parameters of each method.</summary>
    public IEnumerable<(CodeText Name, CodeText Type, CodeText Parameters)> Declarations() =>
    [
        (CodeText.Of($"{_method}Async"), TaskType, Parameters),
        (CodeText.Of($"Try{_method}Async"), TryType, Parameters),
    ];

    private CodeText TaskType => CodeText.Of($"{names["Task"]}<{_type}>");

    private CodeText TryType => CodeText.Of($"{names["Task"]}<{names["ApiResult"]}<{_type}>>");

    private CodeText Parameters
    {
        get
        {
            // Before the two that every method ends with.
            IReadOnlyList<CodeText> optional = signature.Optional().ToList();
            return CodeText.List([.. signature.Required(), .. optional.Take(optional.Count - 2), CodeText.Of($"{names["ChannelOptions"]}? channelOptions = null"), .. optional.Skip(optional.Count - 2)]);
        }
    }
}
