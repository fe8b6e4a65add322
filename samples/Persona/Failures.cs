using Dragoman.Samples.Emulator;
using FoilEngine;

namespace Dragoman.Samples.Persona;

/// <summary>This API has no error codes, so its failures are exceptions by status.</summary>
internal static class Failures
{
    public static async Task RunAsync(FoilEngineClient client, FoilEngineEmulator emulator, Guid persona)
    {
        // Too many messages: the client waits as long as Retry-After says, and the reply comes after all.
        emulator.Fail("streamMessage", status: 429, retryAfter: "1");
        int before = emulator.Requests.Count;
        Console.WriteLine();
        await Conversation.SayAsync(client, "Refused once, then", persona, "Are you still there?");
        Console.WriteLine($"  It took {emulator.Requests.Count - before} requests.");

        // The language model fails in the middle of the reply: status 200 is long gone, and yet it is an exception of the API.
        // What was shown already is not asked for again.
        emulator.Fail("streamMessage", new Fault { Status = 500, Message = "The language model went away", AfterEvents = 4 });
        try
        {
            await Conversation.SayAsync(client, "Broken off", persona, "Tell me a long story.");
        }
        catch (FoilEngineException e)
        {
            Show(e);
        }

        // The connection breaks: no answer of the API at all.
        emulator.Fail("streamMessage", new Fault { Breakage = Breakage.CutBody, AfterEvents = 3 });
        try
        {
            await Conversation.SayAsync(client, "Cut off", persona, "Tell me another one.");
        }
        catch (TransportException e)
        {
            Show(e);
        }

        // Someone who has not started a session.
        try
        {
            await client.Chat.SendMessageAsync(persona, new() { Message = "Hello?", UserSessionId = "nobody" });
        }
        catch (NotFoundException e)
        {
            Show(e);
        }

        // A persona that is not published.
        try
        {
            await client.Personas.ListMachinesAsync(Guid.Parse(FoilEngineEmulator.UnpublishedPersonaId), Conversation.Player);
        }
        catch (ForbiddenException e)
        {
            Show(e);
        }
    }

    private static void Show(ApiException e)
    {
        Console.WriteLine();
        Console.WriteLine($"{e.GetType().Name}: {e.Message}");
        Console.WriteLine($"  Status {e.Status?.ToString() ?? "none"}, {e.Attempts.Count} {(e.Attempts.Count == 1 ? "try" : "tries")}, stopped because {e.StopReason}.");
        if (e.Resolution is not null)
        {
            Console.WriteLine($"  {e.Resolution}");
        }
    }
}
