using FoilEngine;

namespace Dragoman.Samples.Persona;

/// <summary>Choose a persona, begin a session, and say things until the session has an outcome.</summary>
internal static class Conversation
{
    public const string Player = "dragoman-sample";

    private static readonly string[] s_messages = ["Good evening! May I come in?", "Please, it is raining.", "I brought a letter, please read it."];

    public static async Task<Guid> RunAsync(FoilEngineClient client)
    {
        IReadOnlyList<FoilEngine.Persona> personas = await client.Personas.ListAsync();
        FoilEngine.Persona persona = personas[0];
        Console.WriteLine($"{personas.Count} {(personas.Count == 1 ? "persona" : "personas")} to talk to; the first is {persona.Name}.");

        InitSessionResponse session = await client.Chat.InitSessionAsync(persona.Id, new() { UserSessionId = Player, PlayerName = "Ada", PlayerGender = PlayerGender.Female });
        Console.WriteLine($"{session.PersonaName}: {session.Message}");

        foreach (string message in s_messages)
        {
            Console.WriteLine();
            Console.WriteLine($"{session.PlayerName}: {message}");
            if (await SayAsync(client, session.PersonaName, persona.Id, message) is { } outcome)
            {
                Console.WriteLine($"The session ended: {outcome}.");
                break;
            }
        }

        return persona.Id;
    }

    /// <summary>Says one thing and prints the reply as it comes.</summary>
    /// <returns>How the session ended, if it did.</returns>
    public static async Task<Outcome?> SayAsync(FoilEngineClient client, string speaker, Guid personaId, string message)
    {
        Outcome? outcome = null;
        Console.Write($"{speaker}: ");
        await foreach (ChatEvent next in client.Chat.StreamMessageAsync(personaId, new() { Message = message, UserSessionId = Player }))
        {
            switch (next)
            {
                case ChatEvent.TextDelta(var delta):
                    Console.Write(delta.Text);
                    break;
                case ChatEvent.Done(var reply):
                    Console.WriteLine($"  [score {reply.Score}]");
                    outcome = reply.Outcome;
                    break;
                case ChatEvent.Unknown(var unknown):
                    // An event that is newer than the document is no reason to stop.
                    Console.WriteLine($"  [{unknown.EventType}]");
                    break;
            }
        }

        return outcome;
    }
}
