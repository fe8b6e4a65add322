using System.Globalization;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>What the service remembers. Whoever uses it holds the gate of the API.</summary>
internal sealed class FoilState
{
    private readonly Dictionary<(string PersonaId, string MachineId, string UserSessionId), ChatSession> _sessions = [];
    private int _sessionsMade;

    public FoilState() => Clear();

    public List<Persona> Personas { get; } = [];

    public HashSet<string> ApiKeys { get; } = [];

    public ChatSession? FindSession(Persona persona, Machine machine, string userSessionId) =>
        _sessions.GetValueOrDefault((persona.Id, machine.Id, userSessionId));

    /// <summary>Starts a session; one of the same user with the same machine is replaced.</summary>
    public ChatSession StartSession(Persona persona, Machine machine, string userSessionId, string playerName, string playerGender, DateTimeOffset now)
    {
        string id = string.Create(CultureInfo.InvariantCulture, $"{++_sessionsMade:x8}-0000-4000-8000-000000000000");
        return _sessions[(persona.Id, machine.Id, userSessionId)] = new ChatSession(id, userSessionId, persona, machine, playerName, playerGender, now);
    }

    public void Clear()
    {
        _sessions.Clear();
        _sessionsMade = 0;
        ApiKeys.Clear();
        ApiKeys.Add(FoilEngineEmulator.ApiKey);
        Personas.Clear();
        Personas.AddRange(
        [
            new Persona(FoilEngineEmulator.PersonaId, "Mira", IsMine: true, IsPublished: true),
            new Persona("22222222-2222-4222-8222-222222222222", "Tom", IsMine: true, IsPublished: true),
            new Persona(FoilEngineEmulator.UnpublishedPersonaId, "Draft", IsMine: true, IsPublished: false),
            new Persona(FoilEngineEmulator.ForeignPersonaId, "Stranger", IsMine: false, IsPublished: true),
        ]);
    }
}
