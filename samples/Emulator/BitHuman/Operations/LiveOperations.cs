using System.Text.Json.Nodes;

using Dragoman.Samples.Emulator.Hosting;
using Dragoman.Samples.Emulator.BitHuman.State;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

/// <summary>The operations that reach an agent in its live sessions.</summary>
internal static class LiveOperations
{
    public static Reply Speak(OperationCall call)
    {
        JsonBody body = call.ReadBody();
        body.RequiredString("message");
        return Deliver(call, body, "speak");
    }

    public static Reply AddContext(OperationCall call)
    {
        JsonBody body = call.ReadBody();
        body.RequiredString("context");
        return Deliver(call, body, body.OneOf("type", "add_context", "speak"));
    }

    private static Reply Deliver(OperationCall call, JsonBody body, string contextType)
    {
        string? room = body.OptionalString("room_id");
        Agent agent = call.RoutedAgent("code");

        // Rooms open when the agent is ready. They have no names here: any room_id is taken for one of them.
        int rooms = call.GenerationOf(agent).State == Generation.Ready ? agent.ActiveRooms : 0;
        if (rooms == 0)
        {
            throw new RefusedException(ApiErrors.NoActiveRooms);
        }

        return Reply.Json(new JsonObject
        {
            ["agent_code"] = agent.Id,
            ["context_type"] = contextType,
            ["delivered_to_rooms"] = room is null ? rooms : 1,
        });
    }
}
