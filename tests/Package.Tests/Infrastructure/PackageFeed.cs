using Dragoman.Package.Tests.Infrastructure;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>A folder with the packages of this repository, packed once for all tests, and room for the projects that use them.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("dragoman-package-");

    /// <summary>A version of its own for each run: NuGet keeps what it has unpacked by version, and would give an older build's package.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";

    /// <summary>The folder that NuGet restores from.</summary>
    public string Folder => Path.Combine(_root.FullName, "feed");

    internal string Package => Path.Combine(Folder, $"Dragoman.{Version}.nupkg");

    internal string RuntimePackage => Path.Combine(Folder, $"Dragoman.Runtime.{Version}.nupkg");

    /// <summary>A new folder whose projects see the feed, and no build settings but their own.</summary>
    internal string CreateWorkspace(string name)
    {
        string workspace = _root.CreateSubdirectory(name).FullName;
        File.WriteAllText(Path.Combine(workspace, "NuGet.config"), $"""
            <configuration>
              <packageSources>
                <add key="local" value="{Folder}" />
              </packageSources>
            </configuration>
            """);
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(workspace, file), "<Project />");
        }

        return workspace;
    }

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        Directory.CreateDirectory(Folder);
        string artifacts = Path.Combine(_root.FullName, "artifacts");
        foreach (string project in (string[])["generator/package/Dragoman.csproj", "runtime/Dragoman.Runtime.csproj"])
        {
            (await DotNet.PackAsync(Repository.PathOf(project), Version, Folder, artifacts)).AssertSuccess();
        }
    }

    ValueTask IAsyncDisposable.DisposeAsync()
    {
        _root.Delete(recursive: true);
        foreach (string package in (string[])["dragoman", "dragoman.runtime", OtherPackage.Id])
        {
            Forget(new DirectoryInfo(Path.Combine(NuGetFolder, package)));
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Removes this run's version of a package from NuGet's folder of unpacked packages, which would grow by one with every run.</summary>
    private void Forget(DirectoryInfo package)
    {
        DirectoryInfo version = new(Path.Combine(package.FullName, Version));
        if (version.Exists)
        {
            version.Delete(recursive: true);
        }

        if (package.Exists && !package.EnumerateFileSystemInfos().Any())
        {
            package.Delete();
        }
    }

    private static string NuGetFolder => Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
