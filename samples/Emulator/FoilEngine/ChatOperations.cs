using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>Talking to a persona.</summary>
internal sealed class ChatOperations(FoilState state, TimeProvider clock)
{
    private static readonly string[] s_genders = ["female", "male", "non-binary"];

    public Reply ListPersonas(ServerCall call) =>
        Reply.Json(new JsonArray([.. state.Personas.Where(persona => persona is { IsMine: true, IsPublished: true }).Select(persona => persona.ToJson())]));

    public Reply ListMachines(ServerCall call)
    {
        Persona persona = RoutedPersona(call);
        string user = UserSessionId(call);
        return Reply.Json(new JsonArray([.. persona.Machines.Select(machine => ToJson(machine, state.FindSession(persona, machine, user)))]));
    }

    public Reply InitSession(ServerCall call)
    {
        Persona persona = RoutedPersona(call);
        Machine machine = AskedMachine(call, persona);
        JsonBody body = JsonBody.Parse(call.Text, FoilErrors.BadRequest);
        string gender = body.RequiredString("player_gender");
        ChatSession session = state.StartSession(
            persona,
            machine,
            body.RequiredString("user_session_id"),
            body.RequiredString("player_name"),
            s_genders.Contains(gender) ? gender : throw FoilErrors.BadRequest("player_gender must be female, male or non-binary"),
            clock.GetUtcNow());
        return Reply.Json(session.Welcome());
    }

    public Reply SendMessage(ServerCall call) => Reply.Json(Say(call));

    /// <summary>The answer without its text, the text in pieces, and the whole answer.</summary>
    public Reply StreamMessage(ServerCall call)
    {
        JsonObject answer = Say(call);
        JsonObject metadata = (JsonObject)answer.DeepClone();
        metadata.Remove("message");
        return Reply.Stream(
        [
            new ServerEvent("metadata", metadata),
            .. Pieces((string)answer["message"]!).Select(piece => new ServerEvent("text_delta", new JsonObject { ["text"] = piece })),
            new ServerEvent("done", answer),
        ]);
    }

    public Reply GetSession(ServerCall call) => Reply.Json(AskedSession(call).ToJson());

    public Reply GetHistory(ServerCall call) => Reply.Json(AskedSession(call).History());

    public Reply ResetSession(ServerCall call)
    {
        ChatSession session = AskedSession(call);
        session.Reset();
        return Reply.Json(new JsonObject { ["session_id"] = session.Id, ["message"] = "The session starts again" });
    }

    private static string UserSessionId(ServerCall call) =>
        call.Query("user_session_id") is { Length: > 0 } id ? id : throw FoilErrors.BadRequest("user_session_id is required");

    private static Machine AskedMachine(ServerCall call, Persona persona)
    {
        if (call.Query("machine_id") is not { } id)
        {
            return persona.Machines[0];
        }

        string known = Uuid(id, "machine_id");
        return persona.Machines.FirstOrDefault(machine => machine.Id == known) ?? throw FoilErrors.NotFound("There is no such machine");
    }

    private static string Uuid(string text, string name) =>
        Guid.TryParse(text, out Guid id) ? id.ToString() : throw FoilErrors.BadRequest($"{name} is no UUID");

    private static JsonObject ToJson(Machine machine, ChatSession? session) => new()
    {
        ["machine_id"] = machine.Id,
        ["machine_key"] = machine.Key,
        ["name"] = machine.Name,
        ["description"] = machine.Name,
        ["has_session"] = session is not null,
        ["session_outcome"] = session?.Outcome,
        ["is_linked"] = true,
    };

    private static IEnumerable<string> Pieces(string text)
    {
        string[] words = text.Split(' ');
        return words.Select((word, i) => i < words.Length - 1 ? word + " " : word);
    }

    private JsonObject Say(ServerCall call)
    {
        Persona persona = RoutedPersona(call);
        Machine machine = AskedMachine(call, persona);
        JsonBody body = JsonBody.Parse(call.Text, FoilErrors.BadRequest);
        string message = body.RequiredString("message");
        ChatSession session = state.FindSession(persona, machine, body.RequiredString("user_session_id")) ?? throw NoSession();
        return session.Say(message, clock.GetUtcNow());
    }

    private ChatSession AskedSession(ServerCall call)
    {
        Persona persona = RoutedPersona(call);
        return state.FindSession(persona, AskedMachine(call, persona), UserSessionId(call)) ?? throw NoSession();
    }

    private Persona RoutedPersona(ServerCall call)
    {
        string id = Uuid(call.Route("persona_id"), "persona_id");
        return state.Personas.Find(persona => persona.Id == id) switch
        {
            null => throw FoilErrors.NotFound("There is no such persona"),
            { IsMine: true, IsPublished: true } persona => persona,
            _ => throw FoilErrors.Forbidden("The persona is not published, or not yours"),
        };
    }

    private static RefusedException NoSession() => FoilErrors.NotFound("There is no session; start one first");
}
