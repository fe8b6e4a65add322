using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Conversations and their groups.</summary>
internal sealed class ConversationOperations(WebMcpState state, TimeProvider clock)
{
    public static JsonObject NewConversation(string? title, string? groupId, DateTimeOffset now) => new()
    {
        ["title"] = title,
        ["groupId"] = groupId,
        ["createdAt"] = Timestamps.Utc(now),
        ["updatedAt"] = Timestamps.Utc(now),
    };

    public Reply Create(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        return Items.Show(state.Conversations.Add(NewConversation(body.OptionalString("title"), body.OptionalString("groupId"), clock.GetUtcNow())));
    }

    public Reply Update(ServerCall call) =>
        state.Conversations.Update(call.Route("conversationId"), JsonBody.Parse(call.Text, WebMcpErrors.Invalid), "title", "groupId");

    public Reply Delete(ServerCall call)
    {
        state.Conversations.Remove(call.Route("conversationId"));
        return Reply.NoContent();
    }

    public Reply CreateGroup(ServerCall call) =>
        Items.Show(state.ConversationGroups.Add(new JsonObject { ["name"] = JsonBody.Parse(call.Text, WebMcpErrors.Invalid).RequiredString("name") }));

    public Reply UpdateGroup(ServerCall call) =>
        state.ConversationGroups.Update(call.Route("groupId"), JsonBody.Parse(call.Text, WebMcpErrors.Invalid), "name");

    public Reply DeleteGroup(ServerCall call)
    {
        state.ConversationGroups.Remove(call.Route("groupId"));
        return Reply.NoContent();
    }
}
