using BitHuman;

namespace Dragoman.Samples.Quickstart;

/// <summary>Draws the progress of a generation, one line a state.</summary>
internal sealed class ProgressBar : IProgress<AgentStatus>
{
    private const int Width = 20;
    private string _last = "";

    public void Report(AgentStatus value)
    {
        int done = (int)(Math.Clamp(value.Progress, 0, 1) * Width);
        string line = $"  [{new string('#', done)}{new string('.', Width - done)}] {value.Progress,4:P0} {value.Status} {value.CurrentStep}";
        if (line != _last)
        {
            Console.WriteLine(line);
            _last = line;
        }
    }
}
