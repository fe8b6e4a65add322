namespace Dragoman.Package.Tests.Infrastructure;

/// <summary>A user's project, by default as strict as users' projects are: a warning in generated code fails it.</summary>
/// <param name="Name">Its name, which is also its root namespace.</param>
/// <param name="Clients">Its OpenApiClient items.</param>
internal sealed record ConsumerProject(string Name, string Clients)
{
    public string TargetFrameworks { get; init; } = "net10.0";

    public bool WarningsAreErrors { get; init; } = true;

    /// <summary>The program; null for a library.</summary>
    public string? Program { get; init; }

    /// <summary>The other files by their paths in the project.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Further packages, as PackageReference items.</summary>
    public string Packages { get; init; } = "";

    /// <summary>Writes the project into a workspace of the feed.</summary>
    public WrittenProject Write(string workspace, string version)
    {
        WrittenProject project = new(Name, Path.Combine(workspace, Name));
        project.Write($"{Name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFrameworks>{TargetFrameworks}</TargetFrameworks>
                <OutputType>{(Program is null ? "Library" : "Exe")}</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>{WarningsAreErrors}</TreatWarningsAsErrors>
                <AnalysisLevel>latest</AnalysisLevel>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <!-- Its feed is not reachable from every machine that runs the tests. -->
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Dragoman" Version="[{version}]" />
                {Packages}
              </ItemGroup>
              <ItemGroup>
                {Clients}
              </ItemGroup>
            </Project>
            """);
        foreach ((string path, string text) in Files)
        {
            project.Write(path, text);
        }

        if (Program is not null)
        {
            project.Write("Program.cs", Program);
        }

        return project;
    }

    /// <summary>Writes several projects and a solution of them, which builds them in one command.</summary>
    public static string WriteSolution(string workspace, string version, IEnumerable<ConsumerProject> projects)
    {
        string solution = Path.Combine(workspace, "Consumers.slnx");
        File.WriteAllText(solution, $"""
            <Solution>
              {string.Concat(projects.Select(project => $"<Project Path=\"{project.Write(workspace, version).Name}/{project.Name}.csproj\" />"))}
            </Solution>
            """);
        return solution;
    }
}
