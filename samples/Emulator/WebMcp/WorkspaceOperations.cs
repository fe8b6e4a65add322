using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Workspaces and their members. No text has paths for them: these are assumed.</summary>
internal sealed class WorkspaceOperations(WebMcpState state)
{
    public static Workspace Add(WebMcpState state, string name, string role)
    {
        var workspace = new Workspace(string.Create(CultureInfo.InvariantCulture, $"workspace-{state.Workspaces.Count + 1}"), name, role);
        workspace.Members.Add(new JsonObject { ["email"] = "owner@example.com", ["name"] = "Owner", ["role"] = "owner" });
        state.Workspaces.Add(workspace);
        return workspace;
    }

    public Reply List(ServerCall call) => Items.Show(state.Workspaces.Select(workspace => workspace.ToJson()));

    public Reply Create(ServerCall call) =>
        Reply.Json(Add(state, JsonBody.Parse(call.Text, WebMcpErrors.Invalid).RequiredString("name"), role: "owner").ToJson());

    public Reply Get(ServerCall call) => Reply.Json(Routed(call).ToJson());

    public Reply ListMembers(ServerCall call) => Routed(call).Members.List();

    public Reply AddMember(ServerCall call)
    {
        Workspace workspace = Managed(call);
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        return Items.Show(workspace.Members.Add(new JsonObject
        {
            ["email"] = body.RequiredString("email"),
            ["name"] = null,
            ["role"] = Role(body),
        }));
    }

    public Reply UpdateMember(ServerCall call)
    {
        Workspace workspace = Managed(call);
        JsonObject member = NotOwner(workspace.Members.Get(call.Route("memberId")));
        member["role"] = Role(JsonBody.Parse(call.Text, WebMcpErrors.Invalid));
        return Items.Show(member);
    }

    public Reply RemoveMember(ServerCall call)
    {
        Workspace workspace = Managed(call);
        NotOwner(workspace.Members.Get(call.Route("memberId")));
        workspace.Members.Remove(call.Route("memberId"));
        return Reply.NoContent();
    }

    // Nobody becomes the owner here, and the owner nothing else.
    private static string Role(JsonBody body) => body.RequiredString("role") switch
    {
        "owner" => throw WebMcpErrors.Refused("ROLE_CHANGE_FORBIDDEN"),
        "admin" or "member" or "viewer" => body.RequiredString("role"),
        _ => throw WebMcpErrors.Invalid("role must be admin, member or viewer"),
    };

    private static JsonObject NotOwner(JsonObject member) =>
        (string?)member["role"] == "owner" ? throw WebMcpErrors.Refused("ROLE_CHANGE_FORBIDDEN") : member;

    private Workspace Managed(ServerCall call) =>
        Routed(call) is { MayManage: true } workspace ? workspace : throw WebMcpErrors.Refused("PERMISSION_DENIED");

    private Workspace Routed(ServerCall call) =>
        state.Workspaces.Find(workspace => workspace.Id == call.Route("workspaceId")) ?? throw WebMcpErrors.Refused("WORKSPACE_NOT_FOUND");
}
