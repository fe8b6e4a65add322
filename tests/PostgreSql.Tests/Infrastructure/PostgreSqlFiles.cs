using System.Diagnostics;

namespace Dragoman.PostgreSql.Tests;

/// <summary>The programs of PostgreSQL, as Debian's package installs them or as the PATH finds them.</summary>
internal static class PostgreSqlFiles
{
    private static readonly string? s_folder = Find();

    public static bool AreHere => s_folder is not null;

    public static void SkipIfMissing() => Assert.SkipUnless(AreHere, "PostgreSQL is not here: no 'initdb' in the PATH or in /usr/lib/postgresql/*/bin. Debian's package 'postgresql' has it.");

    /// <summary>Starts one of them. PostgreSQL refuses to run as root, so root runs it as nobody.</summary>
    public static Process Start(string program, params string[] arguments)
    {
        string path = Path.Combine(s_folder!, program);
        ProcessStartInfo start = Environment.UserName == "root"
            ? new("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments])
            : new(path, arguments);
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.WorkingDirectory = Path.GetTempPath();
        start.Environment["LC_ALL"] = "C";
        return Process.Start(start)!;
    }

    /// <summary>Runs one of them to its end.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using Process process = Start(program, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {errors}{await output}");
    }

    /// <summary>A folder that only the user of the server can read.</summary>
    public static async Task<DirectoryInfo> MakeFolderAsync()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dragoman-postgresql-");
        if (Environment.UserName == "root")
        {
            using Process process = Process.Start("chown", ["nobody:nogroup", folder.FullName]);
            await process.WaitForExitAsync();
        }

        return folder;
    }

    private static string? Find()
    {
        IEnumerable<string> debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(static version => version, StringComparer.Ordinal).Select(static version => Path.Combine(version, "bin"))
            : [];
        string[] path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return debian.Concat(path).Select(FolderOf).FirstOrDefault(static folder => folder is not null && File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    /// <summary>Where the programs of a folder are, which may have nothing but links to some of them.</summary>
    private static string? FolderOf(string folder)
    {
        FileInfo program = new(Path.Combine(folder, "initdb"));
        return program.Exists ? Path.GetDirectoryName(program.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program.FullName) : null;
    }
}
