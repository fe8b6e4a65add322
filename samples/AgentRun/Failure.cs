using WebMcp;

namespace Dragoman.Samples.AgentRun;

/// <summary>Shows what an exception knows.</summary>
internal static class Failure
{
    public static void Show(WebMcpException e)
    {
        Console.WriteLine($"  {e.GetType().Name}: {e.Message}");
        Console.WriteLine($"    Code {e.Code}, status {e.Status?.ToString() ?? "none"}, recovery {e.Recovery}.");
        Console.WriteLine($"    {e.Resolution}");
    }
}
