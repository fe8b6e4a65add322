using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>The personas of the web editor.</summary>
internal sealed class WebOperations(FoilState state)
{
    private const int MaxLimit = 100;

    public Reply List(ServerCall call)
    {
        string text = call.Query("limit") ?? "20";
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int limit) || limit is < 1 or > MaxLimit)
        {
            throw FoilErrors.BadRequest("limit must be from 1 to 100");
        }

        bool mine = call.Query("my_personas") == "true";
        bool publicOnly = call.Query("public_only") is not "false";
        return Reply.Json(new JsonArray([.. state.Personas
            .Where(persona => mine ? persona.IsMine : persona.IsPublished || (!publicOnly && persona.IsMine))
            .Take(limit)
            .Select(persona => persona.ToJson())]));
    }

    public Reply Get(ServerCall call)
    {
        Persona persona = Routed(call);
        return persona.IsPublished || persona.IsMine ? Reply.Json(persona.ToJson()) : throw NotYours();
    }

    public Reply GetFull(ServerCall call)
    {
        Persona persona = Mine(call);
        JsonObject full = persona.ToJson();
        full["machines"] = new JsonArray([.. persona.Machines.Select(machine => new JsonObject { ["machine_id"] = machine.Id, ["name"] = machine.Name })]);
        return Reply.Json(full);
    }

    public Reply Delete(ServerCall call)
    {
        state.Personas.Remove(Mine(call));
        return Reply.NoContent();
    }

    /// <summary>A new persona, or another version of the one in the query; what it is made of is not looked at.</summary>
    public Reply Save(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, FoilErrors.BadRequest);
        if (call.Query("persona_id") is { } id)
        {
            return Reply.Json(new JsonObject { ["persona_id"] = Mine(id).Id });
        }

        string made = string.Create(CultureInfo.InvariantCulture, $"{state.Personas.Count:x8}-5555-4555-8555-555555555555");
        state.Personas.Add(new Persona(made, body.OptionalString("name") ?? "Unnamed", IsMine: true, IsPublished: false));
        return Reply.Json(new JsonObject { ["persona_id"] = made });
    }

    private Persona Mine(ServerCall call) => Mine(call.Route("persona_id"));

    private Persona Mine(string id) => Find(id) is { IsMine: true } persona ? persona : throw NotYours();

    private Persona Routed(ServerCall call) => Find(call.Route("persona_id"));

    private Persona Find(string id) => Guid.TryParse(id, out Guid known)
        ? state.Personas.Find(persona => persona.Id == known.ToString()) ?? throw FoilErrors.NotFound("There is no such persona")
        : throw FoilErrors.BadRequest("persona_id is no UUID");

    private static RefusedException NotYours() => FoilErrors.Forbidden("The persona is not yours");
}
