using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>A character to talk to. It has two machines, and winning the first unlocks the second.</summary>
internal sealed record Persona(string Id, string Name, bool IsMine, bool IsPublished)
{
    private const string CreatedAt = "2026-01-02T03:04:05.000Z";

    public IReadOnlyList<Machine> Machines { get; } = [new Machine(MachineId(Id, 1), "gate", "The gate"), new Machine(MachineId(Id, 2), "vault", "The vault")];

    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["name"] = Name,
        ["description"] = null,
        ["created_at"] = CreatedAt,
        ["updated_at"] = CreatedAt,
    };

    private static string MachineId(string personaId, int number) => $"{number:x8}{personaId[8..]}";
}
