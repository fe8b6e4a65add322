using Dragoman.Samples.Emulator.Errors;
using Dragoman.Samples.Emulator.State;

namespace Dragoman.Samples.Emulator.Operations;

/// <summary>What an operation works with: the route's values, the body, and the state.</summary>
internal sealed class OperationCall(RouteValueDictionary route, string body, EmulatorState state)
{
    public EmulatorState State => state;

    /// <exception cref="RefusedException">The body is not a JSON object.</exception>
    public RequestBody ReadBody() => RequestBody.Parse(body);

    /// <exception cref="RefusedException">No agent has the identifier in the route.</exception>
    public Agent RoutedAgent(string parameter) => FindAgent((string)route[parameter]!);

    /// <exception cref="RefusedException">No agent has this identifier.</exception>
    public Agent FindAgent(string id) => state.FindAgent(id) ?? throw new RefusedException(ApiErrors.AgentNotFound);

    public Generation GenerationOf(Agent agent) =>
        Generation.At(state.Now - agent.StartedAt, state.StepDuration, agent.Fails);
}
