using WebMcp;

namespace Dragoman.Samples.AgentRun;

/// <summary>One agent and three runs: one fails, one succeeds, one is cancelled.</summary>
internal static class AgentRuns
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    public static async Task<Agent> RunAsync(WebMcpClient client)
    {
        Agent agent = await client.Agents.CreateAsync(new() { Name = "Museum guide", SystemPrompt = "Fail to find out when the museum opens." });
        Console.WriteLine($"{agent.Name} is {agent.Id}.");

        StartedRun started = await client.Agents.RunAsync(agent.Id);
        try
        {
            await FollowAsync(client, started);
        }
        catch (RunFailedException e) when (e.Recovery == Recovery.ChangeRequest)
        {
            // Every request succeeded: it is the run's final state that is thrown, and it says what helps.
            Failure.Show(e);
            agent = await client.Agents.UpdateAsync(agent.Id, new() { SystemPrompt = "Find out when the museum opens." });
            await FollowAsync(client, await client.Agents.RunAsync(agent.Id));
        }

        await CancelAsync(client, agent);
        return agent;
    }

    /// <summary>Shows a run step by step until it has ended.</summary>
    public static async Task FollowAsync(WebMcpClient client, StartedRun started)
    {
        Console.WriteLine($"{started.RunId}:");
        Run run = await client.Runs.WaitUntilDoneAsync(started.RunId, s_interval, progress: new StepLog());
        Console.WriteLine($"  {run.Status}, for {run.Credits} credits.");
    }

    private static async Task CancelAsync(WebMcpClient client, Agent agent)
    {
        StartedRun started = await client.Agents.RunAsync(agent.Id);
        Console.WriteLine($"{started.RunId}:");
        try
        {
            await client.Agents.RunAsync(agent.Id);
        }
        catch (AgentAlreadyRunningException e)
        {
            // Repeating helps when the first run has ended, and not before: the client did not try.
            Failure.Show(e);
        }

        await client.Runs.CancelAsync(started.RunId);
        try
        {
            await client.Runs.WaitUntilDoneAsync(started.RunId, s_interval);
        }
        catch (RunCancelledException e)
        {
            Failure.Show(e);
        }

        // What was wanted is so already. Every method has a twin that returns failures instead of throwing them.
        ApiResult again = await client.Runs.TryCancelAsync(started.RunId);
        Console.WriteLine($"  Cancelled again: {again.Error?.Code}, recovery {again.Error?.Recovery}.");
    }
}
