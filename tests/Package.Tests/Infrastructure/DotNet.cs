using System.Diagnostics;

namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>Runs the dotnet command as a user does, and leaves no process behind.</summary>
internal static class DotNet
{
    /// <summary>Ten times what the slowest command takes; a command that reaches it hangs.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(5);

    /// <summary>Without these, the compiler and MSBuild stay as servers, which hold the package's assemblies open.</summary>
    private static readonly string[] s_noServers = ["--nologo", "-m:1", "-nodeReuse:false", "-p:UseSharedCompilation=false"];

    /// <summary>Packs a project of the repository without touching its own bin and obj folders, which other builds may be using.</summary>
    public static Task<CommandResult> PackAsync(string project, string version, string feed, string artifacts) =>
        RunAsync(feed, ["pack", project, "-c", "Release", "-o", feed, "--artifacts-path", artifacts, $"-p:Version={version}", "-v:quiet", .. s_noServers]);

    public static Task<CommandResult> BuildAsync(string project, params string[] options) =>
        RunAsync(Path.GetDirectoryName(project)!, ["build", project, "-v:minimal", .. options, .. s_noServers]);

    /// <summary>Runs a program that has been built.</summary>
    public static Task<CommandResult> ExecuteAsync(string assembly, params string[] arguments) =>
        RunAsync(Path.GetDirectoryName(assembly)!, ["exec", assembly, .. arguments]);

    private static async Task<CommandResult> RunAsync(string folder, IReadOnlyList<string> arguments)
    {
        string command = $"dotnet {string.Join(' ', arguments)}";
        using Process process = Process.Start(StartInfo(folder, arguments))!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(s_limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"'{command}' was stopped after at most {s_limit}:\n{await output}{await errors}");
        }

        return new CommandResult(command, process.ExitCode, (await output + await errors).ReplaceLineEndings("\n"));
    }

    private static ProcessStartInfo StartInfo(string folder, IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Those of the build that runs these tests are not those of a user's shell.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        return start;
    }
}
