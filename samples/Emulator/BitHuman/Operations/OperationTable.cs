using Dragoman.Samples.Emulator.BitHuman.State;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

/// <summary>All operations of the REST API.</summary>
internal static class OperationTable
{
    public static IReadOnlyList<Operation> Of(EmulatorState state)
    {
        Operation Map(string id, string method, string path, Func<OperationCall, Reply> serve) =>
            new(id, method, path, call => serve(new OperationCall(call, state))) { Authorize = Authentication.Check };

        return
        [
            Map("validateSecret", "POST", "/v1/validate", AccountOperations.Validate),
            Map("generateAgent", "POST", "/v1/agent/generate", AgentOperations.Generate) with { TakesIdempotencyKey = true },
            Map("getAgentStatus", "GET", "/v1/agent/status/{agent_id}", AgentOperations.GetStatus),
            Map("getAgent", "GET", "/v1/agent/{code}", AgentOperations.Get),
            Map("updateAgent", "POST", "/v1/agent/{code}", AgentOperations.Update),
            Map("speak", "POST", "/v1/agent/{code}/speak", LiveOperations.Speak),
            Map("addContext", "POST", "/v1/agent/{code}/add-context", LiveOperations.AddContext),
            Map("uploadFile", "POST", "/v1/files/upload", FileOperations.Upload),
            Map("generateDynamics", "POST", "/v1/dynamics/generate", DynamicsOperations.Generate) with { TakesIdempotencyKey = true },
            Map("getDynamics", "GET", "/v1/dynamics/{agent_id}", DynamicsOperations.Get),
            Map("updateDynamics", "PUT", "/v1/dynamics/{agent_id}", DynamicsOperations.Update),
        ];
    }
}
