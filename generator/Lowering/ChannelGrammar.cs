using System.Globalization;
using Dragoman.Generator.Diagnostics;
using Dragoman.Generator.Normalize;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>
/// The shape of the <c>x-websocket</c> extension: <c>send</c> (<c>binary</c>, <c>json</c>), <c>receive</c> (a schema), <c>error</c> and
/// <c>advisory</c> (kinds of messages), <c>close</c> (status to code), <c>subprotocol</c>, <c>reconnect</c>, <c>idleTimeout</c>, <c>maxMessageBytes</c>.
/// </summary>
internal static class ChannelGrammar
{
    /// <summary>The longest array of .NET.</summary>
    private const int MostBytes = 2_147_483_591;

    private static readonly string[] s_members = ["send", "receive", "error", "advisory", "close", "subprotocol", "reconnect", "idleTimeout", "maxMessageBytes"];

    /// <summary>The first mistake; null where there is none.</summary>
    public static ExtensionProblem? Find(Node node) =>
        Members(node, "x-websocket", s_members)
        ?? Find((MappingNode)node);

    /// <summary>The value of an integer that <see cref="Find(Node)"/> has let pass.</summary>
    public static int? Integer(MappingNode? owner, string name) => owner?.Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The milliseconds of a duration that <see cref="Find(Node)"/> has let pass.</summary>
    public static long? Milliseconds(MappingNode owner, string name) => owner.Text(name) is { } text ? ExtensionGrammar.Milliseconds(text) : null;

    private static ExtensionProblem? Find(MappingNode channel)
    {
        if (!channel.Has("receive"))
        {
            return new(channel, "'receive' is missing: the schema of the messages that come");
        }

        return Send(channel)
            ?? Kinds(channel, "error") ?? Kinds(channel, "advisory") ?? Both(channel)
            ?? Closes(channel)
            ?? Subprotocol(channel)
            ?? Reconnect(channel)
            ?? Time(channel, "idleTimeout")
            ?? Number(channel, "maxMessageBytes", 1, MostBytes);
    }

    private static ExtensionProblem? Send(MappingNode channel) => channel["send"] is not { } send ? null
        : Members(send, "send", ["binary", "json"])
        ?? Binary(((MappingNode)send)["binary"]);

    private static ExtensionProblem? Binary(Node? node)
    {
        if (node is null)
        {
            return null;
        }

        if (Members(node, "binary", ["minLength", "maxLength"]) is { } problem)
        {
            return problem;
        }

        MappingNode binary = (MappingNode)node;
        return Number(binary, "minLength", 0, MostBytes) ?? Number(binary, "maxLength", 0, MostBytes)
            ?? (Integer(binary, "minLength") > Integer(binary, "maxLength") ? new ExtensionProblem(binary["minLength"]!, "'minLength' is above 'maxLength'") : null);
    }

    private static ExtensionProblem? Kinds(MappingNode channel, string name) =>
        channel[name] is { } node && !(node is SequenceNode list && list.Items.All(item => item is ScalarNode { Text.Length: > 0 }))
            ? new(node, $"'{name}' is a list of kinds of messages")
            : null;

    private static ExtensionProblem? Both(MappingNode channel)
    {
        IEnumerable<string> errors = channel.Sequence("error")?.Texts ?? [];
        return channel.Sequence("advisory")?.Items.OfType<ScalarNode>().FirstOrDefault(item => errors.Contains(item.Text, StringComparer.Ordinal)) is { } item
            ? new(item, $"'{item.Text}' is an error as well, but a notice is none")
            : null;
    }

    private static ExtensionProblem? Closes(MappingNode channel)
    {
        if (channel["close"] is not { } node)
        {
            return null;
        }

        if (node is not MappingNode closes)
        {
            return new(node, "'close' is an object: from statuses to codes");
        }

        return closes.Values.Select(Close).OfType<ExtensionProblem>().FirstOrDefault();
    }

    private static ExtensionProblem? Close(Node close)
    {
        // RFC 6455, section 7.4: these three are never sent; 1005 stands for a close frame without a status.
        bool isStatus = close.Key!.Text.Length == 4
            && int.TryParse(close.Key.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && status is >= 1000 and <= 4999 and not (1004 or 1006 or 1015);
        if (!isStatus)
        {
            return new(close.Key, $"'{close.Key.Text}' is not a status that closes a channel: 1000 to 4999 without 1004, 1006 and 1015");
        }

        if (close is ScalarNode { Text.Length: > 0 })
        {
            return null;
        }

        return Members(close, close.Key.Text, ["code", "reconnect"])
            ?? (((MappingNode)close)["code"] is ScalarNode { Text.Length: > 0 } ? null : new ExtensionProblem(close, "'code' is missing: a code of the catalog"))
            ?? (((MappingNode)close)["reconnect"] is { } reconnect and not ScalarNode { Kind: ScalarKind.Boolean } ? new ExtensionProblem(reconnect, "'reconnect' of a status is true or false") : null);
    }

    private static ExtensionProblem? Subprotocol(MappingNode channel) =>
        channel["subprotocol"] is { } node && !(node is ScalarNode text && HttpToken.Is(text.Text))
            ? new(node, "'subprotocol' is a token (RFC 9110, section 5.6.2)")
            : null;

    private static ExtensionProblem? Reconnect(MappingNode channel)
    {
        if (channel["reconnect"] is not { } node)
        {
            return null;
        }

        if (Members(node, "reconnect", ["retries", "base", "cap"]) is { } problem)
        {
            return problem;
        }

        MappingNode reconnect = (MappingNode)node;
        return Number(reconnect, "retries", 0, 10) ?? Time(reconnect, "base") ?? Time(reconnect, "cap")
            ?? (Milliseconds(reconnect, "base") > Milliseconds(reconnect, "cap") ? new ExtensionProblem(reconnect["cap"]!, "'cap' is at least 'base'") : null);
    }

    private static ExtensionProblem? Number(MappingNode owner, string name, int least, int most)
    {
        bool isGood = owner[name] is not { } node
            || (node is ScalarNode text && int.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most);
        return isGood ? null : new(owner[name]!, FormattableString.Invariant($"'{name}' is an integer from {least} to {most}"));
    }

    private static ExtensionProblem? Time(MappingNode owner, string name) =>
        owner[name] is not { } node || (node is ScalarNode text && ExtensionGrammar.Milliseconds(text.Text) is not null) ? null : new ExtensionProblem(node, ExtensionGrammar.BadTime(name));

    private static ExtensionProblem? Members(Node node, string name, string[] allowed)
    {
        if (node is not MappingNode mapping)
        {
            return new(node, $"'{name}' is an object");
        }

        return mapping.Values.FirstOrDefault(value => !allowed.Contains(value.Key!.Text)) is { } unknown
            ? new(unknown.Key!, $"'{unknown.Key!.Text}' is not a member of '{name}'.{Suggestion.For(unknown.Key.Text, allowed)}")
            : null;
    }
}
