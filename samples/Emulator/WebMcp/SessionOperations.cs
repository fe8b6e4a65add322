using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Sessions, and the chat in them.</summary>
internal sealed class SessionOperations(WebMcpState state, TimeProvider clock)
{
    private const double ChatCredits = 1;

    public Reply Create(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        string model = body.OptionalString("modelId") ?? "emulated-model";
        if (state.Tier.Name == "free" && model.Contains("premium", StringComparison.OrdinalIgnoreCase))
        {
            throw WebMcpErrors.Refused("TIER_REQUIRED");
        }

        string token = string.Create(CultureInfo.InvariantCulture, $"session-{state.Sessions.Count + 1}");
        var session = new ChatSession(token, model, body.Strings("siteWhitelist"));
        session.SetTools(body);
        state.Sessions[token] = session;
        return Reply.Json(session.ToJson());
    }

    public Reply Get(ServerCall call) => Reply.Json(Routed(call).ToJson());

    public Reply GetTools(ServerCall call) => Reply.Json(Routed(call).ToolsJson());

    public Reply UpdateTools(ServerCall call)
    {
        ChatSession session = Routed(call);
        session.SetTools(JsonBody.Parse(call.Text, WebMcpErrors.Invalid));
        return Reply.Json(session.ToolsJson());
    }

    /// <summary>A message that speaks of a tool has one used, one that speaks of an artifact has one made.</summary>
    public Reply Chat(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        string message = body.RequiredString("message");
        CheckUsable(state.Sessions.GetValueOrDefault(body.RequiredString("sessionToken")), "INVALID_SESSION");
        string? conversationId = body.OptionalString("conversationId");
        JsonObject conversation = conversationId is null
            ? state.Conversations.Add(ConversationOperations.NewConversation(message, groupId: null, clock.GetUtcNow()))
            : state.Conversations.Get(conversationId);
        state.Charge(ChatCredits);
        return Reply.Stream(
        [
            .. Texts($"You said: {message}"),
            .. Used(message),
            new ServerEvent("done", new JsonObject { ["creditsUsed"] = ChatCredits, ["conversationId"] = (string)conversation["id"]! }),
        ]);
    }

    private static IEnumerable<ServerEvent> Texts(string text)
    {
        string[] words = text.Split(' ');
        return words.Select((word, i) => new ServerEvent("text", new JsonObject { ["text"] = i < words.Length - 1 ? word + " " : word }));
    }

    private static IEnumerable<ServerEvent> Used(string message)
    {
        if (message.Contains("tool", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ServerEvent("tool_use", new JsonObject { ["name"] = Tools.Hours, ["input"] = new JsonObject { ["day"] = "today" } });
            yield return new ServerEvent("tool_result", new JsonObject { ["name"] = Tools.Hours, ["result"] = Tools.Call(Tools.Hours) });
        }

        if (message.Contains("artifact", StringComparison.OrdinalIgnoreCase))
        {
            yield return new ServerEvent("artifact", new JsonObject { ["title"] = "Notes", ["type"] = "markdown", ["content"] = "# Notes" });
        }
    }

    private static ChatSession CheckUsable(ChatSession? session, string notFound) => session switch
    {
        null => throw WebMcpErrors.Refused(notFound),
        { IsExpired: true } => throw WebMcpErrors.Refused("SESSION_EXPIRED"),
        _ => session,
    };

    private ChatSession Routed(ServerCall call) => CheckUsable(state.Sessions.GetValueOrDefault(call.Route("token")), "SESSION_NOT_FOUND");
}
