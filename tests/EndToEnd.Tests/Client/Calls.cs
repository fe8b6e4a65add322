using BitHuman;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Calls that succeed, one for each operation, to be met by a failure on demand.</summary>
internal static class Calls
{
    private static readonly GenerateDynamicsRequest s_generateDynamics = new() { AgentId = "A1" };
    private static readonly UpdateDynamicsRequest s_updateDynamics = new() { Dynamics = new() { Enabled = true } };

    private static readonly Dictionary<string, Func<BitHumanClient, Task>> s_byOperation = new()
    {
        ["validateSecret"] = client => client.Account.ValidateSecretAsync(),
        ["generateAgent"] = client => client.Agents.GenerateAsync(new()),
        ["getAgentStatus"] = client => client.Agents.GetStatusAsync("A1"),
        ["getAgent"] = client => client.Agents.GetAsync("A1"),
        ["updateAgent"] = client => client.Agents.UpdateAsync("A1", new() { SystemPrompt = "You are brief." }),
        ["speak"] = client => client.Agents.SpeakAsync("A1", new() { Message = "Welcome." }),
        ["addContext"] = client => client.Agents.AddContextAsync("A1", new() { Context = "Likes jazz." }),
        ["uploadFile"] = client => client.Files.UploadAsync(new() { FileUrl = new("https://pictures.example/portrait.png") }),
        ["generateDynamics"] = client => client.Dynamics.GenerateAsync(s_generateDynamics),
        ["getDynamics"] = client => client.Dynamics.GetAsync("A1"),
        ["updateDynamics"] = client => client.Dynamics.UpdateAsync("A1", s_updateDynamics),
    };

    public static IEnumerable<string> OperationIds => s_byOperation.Keys;

    public static Task Of(BitHumanClient client, string operationId) => s_byOperation[operationId](client);
}
