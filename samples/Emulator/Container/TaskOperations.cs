using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Container;

/// <summary>Launching, following and stopping sessions.</summary>
internal sealed class TaskOperations(ContainerState state)
{
    public Reply Launch(ServerCall call)
    {
        if (!state.IsLoaded)
        {
            throw Refused(503, "Not Ready");
        }

        LaunchRequest request = LaunchRequest.Read(call);
        if (!request.HasFace)
        {
            throw Refused(400, "No face detected");
        }

        if (state.Available == 0)
        {
            throw Refused(503, "No capacity");
        }

        AvatarTask task = state.Launch(request.RoomName, request.Fails);
        return Reply.Json(new JsonObject { ["status"] = "pending", ["task_id"] = task.Id, ["room_name"] = task.RoomName });
    }

    public Reply List(ServerCall call) => Reply.Json(new JsonObject
    {
        ["tasks"] = new JsonArray([.. state.Tasks.Select(task => task.ToJson(state.Now))]),
    });

    public Reply Get(ServerCall call) => Reply.Json(Routed(call).ToJson(state.Now));

    /// <summary>What the answer says is documented nowhere.</summary>
    public Reply Stop(ServerCall call)
    {
        AvatarTask task = Routed(call);
        task.End("cancelled", state.Now);
        return Reply.Json(new JsonObject { ["task_id"] = task.Id, ["status"] = task.StatusAt(state.Now).Name });
    }

    private AvatarTask Routed(ServerCall call) => state.Find(call.Route("task_id")) ?? throw Refused(404, "Task not found");

    private static RefusedException Refused(int status, string message) => new(new ApiError(null, status, message));
}
