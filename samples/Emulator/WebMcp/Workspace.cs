using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>A workspace. Its first member is its owner; <paramref name="Role"/> is the user's.</summary>
internal sealed record Workspace(string Id, string Name, string Role)
{
    public Items Members { get; } = new($"{Id}-member", "MEMBER_NOT_FOUND");

    public bool MayManage => Role is "owner" or "admin";

    public JsonObject ToJson() => new() { ["id"] = Id, ["name"] = Name, ["role"] = Role };
}
