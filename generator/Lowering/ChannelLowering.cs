using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Document;
using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Decides what operations with the <c>x-websocket</c> extension send and receive.</summary>
internal sealed class ChannelLowering(TypeLowering types, ErrorsModel errors, DiagnosticBag diagnostics)
{
    /// <summary>What the row of new connections is by default.</summary>
    private const int Retries = 5, Base = 1_000, Cap = 30_000;

    /// <summary>What channels send.</summary>
    public List<TypeRef> Sent { get; } = [];

    /// <summary>What channels receive.</summary>
    public List<TypeRef> Received { get; } = [];

    /// <summary>The channel of an operation that has the extension; null where it is left out, which has been reported.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="methodName">What the method that connects is to be called.</param>
    /// <param name="typePrefix">What the names of the channel's own types start with.</param>
    public ChannelModel? Lower(Operation operation, string methodName, string typePrefix)
    {
        Node node = operation.Node["x-websocket"]!;
        if (ChannelGrammar.Find(node) is { } problem)
        {
            return Refuse(problem.Node, operation, problem.Reason);
        }

        if (operation.Method != "GET" || operation.RequestBody is not null)
        {
            return Refuse(node, operation, "a channel begins with a GET request without a body (RFC 6455, section 4.1)");
        }

        MappingNode channel = (MappingNode)node;
        TypeUse received = types.Lower(operation.Received!, $"{typePrefix}Message");
        TypeUse? sent = operation.Sent is { } schema ? types.Lower(schema, $"{typePrefix}Command") : null;
        if (received.Type is null || sent is { Type: null })
        {
            diagnostics.ReportAtName(Descriptors.LeftOutByError, operation.Node, "Operation", operation.DisplayName, "the schemas of its messages");
            return null;
        }

        string? member = types.Unions.FirstOrDefault(union => received.Type.Kind == TypeKind.Union && union.Name == received.Type.Name)?.Member;
        if (member is null && channel["error"] is { } kinds)
        {
            return Refuse(kinds, operation, "no member tells the messages apart: 'receive' is not a union");
        }

        if (LowerCloses(channel, operation) is not { } closes)
        {
            return null;
        }

        Received.Add(received.Type);
        if (sent is { Type: { } type })
        {
            Sent.Add(type);
        }

        MappingNode? binary = channel.Mapping("send")?.Mapping("binary");
        return new ChannelModel(
            types.TakeName($"{typePrefix}Channel"),
            methodName,
            operation.DisplayName,
            operation.Node.Pointer,
            operation.IsDeprecated,
            received.Type,
            received.IsNullable,
            sent?.Type,
            sent?.IsNullable ?? false,
            binary is null ? null : new BinaryModel(ChannelGrammar.Integer(binary, "minLength"), ChannelGrammar.Integer(binary, "maxLength")),
            member is null ? null : $"/{JsonPointer.Escape(member)}",
            (channel.Sequence("error")?.Texts ?? []).ToEquatableArray(),
            closes.ToEquatableArray(),
            channel.Text("subprotocol"),
            channel.Mapping("reconnect") is { } reconnect
                ? new ReconnectModel(ChannelGrammar.Integer(reconnect, "retries") ?? Retries, ChannelGrammar.Milliseconds(reconnect, "base") ?? Base, ChannelGrammar.Milliseconds(reconnect, "cap") ?? Cap)
                : null,
            ChannelGrammar.Milliseconds(channel, "idleTimeout"),
            ChannelGrammar.Integer(channel, "maxMessageBytes"));
    }

    /// <summary>What close statuses mean; null where one of their codes is unknown, which has been reported.</summary>
    private List<CloseModel>? LowerCloses(MappingNode channel, Operation operation)
    {
        List<CloseModel> closes = [];
        foreach (Node close in channel.Mapping("close")?.Values ?? [])
        {
            ScalarNode code = close as ScalarNode ?? (ScalarNode)((MappingNode)close)["code"]!;
            if (errors.Codes.FirstOrDefault(error => error.Code == code.Text) is not { } error)
            {
                Refuse(code, operation, $"the catalog has no code '{code.Text}'.{Suggestion.For(code.Text, errors.Codes.Select(known => known.Code))}");
                return null;
            }

            closes.Add(new CloseModel(int.Parse(close.Key!.Text, CultureInfo.InvariantCulture), error.PropertyName, (close as MappingNode)?.Flag("reconnect") ?? false));
        }

        return closes;
    }

    private ChannelModel? Refuse(Node node, Operation operation, string reason)
    {
        diagnostics.Report(Descriptors.BadWebSocket, node, operation.DisplayName, reason);
        return null;
    }
}
