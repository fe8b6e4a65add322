using BitHuman;

namespace Dragoman.Samples.Quickstart;

/// <summary>Validate, generate, follow until ready, speak, add context.</summary>
internal static class Story
{
    public static async Task RunAsync(BitHumanClient client, TimeSpan pollInterval)
    {
        ValidateSecretResponse validation = await client.Account.ValidateSecretAsync();
        Console.WriteLine($"The secret is {(validation.Valid ? "valid" : "not valid")}.");

        GenerateAgentResponse started = await client.Agents.GenerateAsync(new() { Prompt = "You are a friendly assistant.", AspectRatio = "1:1" });
        Console.WriteLine($"Agent {started.AgentId} is {started.Status}.");

        AgentStatus agent = await client.Agents.WaitUntilReadyAsync(started.AgentId, pollInterval, progress: new ProgressBar());
        Console.WriteLine($"Its model is {agent.ModelUrl}");

        try
        {
            ContextDelivery spoken = await client.Agents.SpeakAsync(agent.AgentId, new() { Message = "Hello! What shall we build today?" });
            ContextDelivery known = await client.Agents.AddContextAsync(agent.AgentId, new() { Context = "The visitor's name is Ada.", Type = ContextType.AddContext });
            Console.WriteLine($"Spoken in {spoken.DeliveredToRooms} room, told in {known.DeliveredToRooms}.");
        }
        catch (NoActiveRoomsException e)
        {
            // The real service: an agent has somebody to speak to once a session is open.
            Console.WriteLine($"{e.Message} {e.Resolution}");
        }
    }
}
