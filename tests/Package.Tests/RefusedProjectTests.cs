using Dragoman.Package.Tests.Infrastructure;

namespace Dragoman.Package.Tests;

/// <summary>A mistake in a file stops the build at the mistake's place, as the console and every editor show it.</summary>
public sealed class RefusedProjectTests(RefusedProjects projects) : IClassFixture<RefusedProjects>
{
    public static TheoryData<string> Names { get; } = [.. RefusedProjects.Names];

    [Theory]
    [InlineData("MisspeltReference", "openapi.yaml(13,23): error DRG2003: '#/components/schemas/Pest' points to nothing in this document. Did you mean '#/components/schemas/Pet'?")]
    [InlineData("KeyWrittenTwice", "openapi.yaml(5,3): error DRG1003: 'title' is written twice in one mapping: first in line 3")]
    [InlineData("UnknownCode", "errors.yaml(3,14): error DRG3004: 'PET_MISING' is used by operation 'listPets' but is not in the catalog. Did you mean 'PET_MISSING'?")]
    [InlineData("WrongType", "errors.yaml(4,13): error DRG3001: 'status' must be ")]
    [InlineData("MissingCatalog", "openapi.yaml(1,1): error DRG4001: The catalog '")]
    public void The_console_shows_file_line_column_and_cause(string project, string expected) =>
        Assert.StartsWith(projects[project].PathOf(expected), Assert.Single(Errors(project)), StringComparison.Ordinal);

    [Fact]
    public void A_missing_catalog_is_named_by_its_path() =>
        Assert.Contains($"'{projects["MissingCatalog"].PathOf("catalogs/errors.yaml")}'", Assert.Single(Errors("MissingCatalog")), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_project_is_not_built(string project)
    {
        Assert.NotEqual(0, projects.Build.ExitCode);
        Assert.False(File.Exists(projects[project].Assembly()));
    }

    /// <summary>The errors that MSBuild gives for a project, which it repeats in its summary.</summary>
    private IEnumerable<string> Errors(string project) => projects.Build.Lines
        .Select(line => line.Trim())
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) && line.Contains($"[{projects[project].ProjectFile}", StringComparison.Ordinal))
        .Distinct();
}
