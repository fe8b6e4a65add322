namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>What a command wrote, and how it ended.</summary>
/// <param name="Output">Standard output, then standard error, with lines ending in LF.</param>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    public IReadOnlyList<string> Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Demands the exit code 0, and shows the output where it is another.</summary>
    public CommandResult AssertSuccess()
    {
        Assert.True(ExitCode == 0, $"'{Command}' ended with {ExitCode}:\n{Output}");
        return this;
    }
}
