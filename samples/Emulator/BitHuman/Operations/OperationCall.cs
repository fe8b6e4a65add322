using Dragoman.Samples.Emulator.BitHuman.State;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

/// <summary>What an operation works with: the request and the state.</summary>
internal sealed class OperationCall(ServerCall call, EmulatorState state)
{
    public EmulatorState State => state;

    /// <exception cref="RefusedException">The body is not a JSON object.</exception>
    public JsonBody ReadBody() => JsonBody.Parse(call.Text, ApiErrors.Invalid);

    /// <exception cref="RefusedException">No agent has the identifier in the route.</exception>
    public Agent RoutedAgent(string parameter) => FindAgent(call.Route(parameter));

    /// <exception cref="RefusedException">No agent has this identifier.</exception>
    public Agent FindAgent(string id) => state.FindAgent(id) ?? throw new RefusedException(ApiErrors.AgentNotFound);

    public Generation GenerationOf(Agent agent) =>
        Generation.At(state.Now - agent.StartedAt, state.StepDuration, agent.Fails);
}
