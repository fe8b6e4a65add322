namespace Dragoman.Samples.Emulator.Operations;

/// <summary>All operations of the emulated API.</summary>
internal static class OperationTable
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("validateSecret", "POST", "/v1/validate", AccountOperations.Validate),
        new("generateAgent", "POST", "/v1/agent/generate", AgentOperations.Generate) { TakesIdempotencyKey = true },
        new("getAgentStatus", "GET", "/v1/agent/status/{agent_id}", AgentOperations.GetStatus),
        new("getAgent", "GET", "/v1/agent/{code}", AgentOperations.Get),
        new("updateAgent", "POST", "/v1/agent/{code}", AgentOperations.Update),
        new("speak", "POST", "/v1/agent/{code}/speak", LiveOperations.Speak),
        new("addContext", "POST", "/v1/agent/{code}/add-context", LiveOperations.AddContext),
        new("uploadFile", "POST", "/v1/files/upload", FileOperations.Upload),
        new("generateDynamics", "POST", "/v1/dynamics/generate", DynamicsOperations.Generate) { TakesIdempotencyKey = true },
        new("getDynamics", "GET", "/v1/dynamics/{agent_id}", DynamicsOperations.Get),
        new("updateDynamics", "PUT", "/v1/dynamics/{agent_id}", DynamicsOperations.Update),
    ];

    public static bool Contains(string operationId) => All.Any(o => o.Id == operationId);
}
