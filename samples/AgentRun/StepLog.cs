using WebMcp;

namespace Dragoman.Samples.AgentRun;

/// <summary>Prints the steps of a run as they come, each once.</summary>
internal sealed class StepLog : IProgress<Run>
{
    private int _printed;

    public void Report(Run value)
    {
        foreach (RunStep step in (value.Steps ?? []).Skip(_printed))
        {
            Console.WriteLine($"  {Describe(step)}");
            _printed++;
        }
    }

    private static string Describe(RunStep step) => step switch
    {
        RunStep.Thinking(var thought) => $"thinks: {thought.Text}",
        RunStep.ToolCall(var call) => $"calls {call.Name} with {call.Input}",
        RunStep.ToolResult(var answer) => $"{answer.Name} answers {answer.Result}",
        RunStep.Output(var output) => $"says: {output.Text}",
        RunStep.Error(var error) => $"fails: {error.Message} ({error.Code})",
        RunStep.Unknown(var json) => $"does something newer than the document: {json}",
        _ => throw new InvalidOperationException($"A case is missing: {step}."),
    };
}
