using System.Text.Json;
using Dragoman.Samples.Emulator;
using WebMcp;

namespace Dragoman.Samples.AgentRun;

/// <summary>Lets the agent begin from outside, where a secret is the only credential.</summary>
internal static class Webhook
{
    public static async Task RunAsync(WebMcpClient client, Agent agent)
    {
        var payload = new Dictionary<string, JsonElement> { ["day"] = JsonElement.Parse("\"Monday\"") };
        Console.WriteLine();
        Console.WriteLine("A webhook with a wrong secret:");
        try
        {
            await client.Webhooks.TriggerAgentAsync(agent.Id, "a-guess", payload);
        }
        catch (WebhookSecretInvalidException e)
        {
            // It is a 401 as well, but its code says that no new token helps: nobody signs in again.
            Failure.Show(e);
        }

        await AgentRuns.FollowAsync(client, await client.Webhooks.TriggerAgentAsync(agent.Id, WebMcpEmulator.WebhookSecret, payload));
    }
}
