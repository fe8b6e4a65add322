namespace Dragoman.Generator.Tests.Infrastructure;

public sealed class ProjectPathsTests
{
    [Fact]
    public void The_project_is_found_at_run_time() => Assert.True(File.Exists(Path.Combine(ProjectPaths.Project, "Generator.Tests.csproj")));

    [Fact]
    public void The_repository_is_found_at_run_time() => Assert.True(File.Exists(Path.Combine(ProjectPaths.Repository, "Generator.sln")));

    [Fact]
    public void A_path_of_a_deterministic_build_is_below_the_repository() =>
        Assert.Equal(Path.Combine(ProjectPaths.Project, "Emit"), ProjectPaths.FolderOf("/_/tests/Generator.Tests/Emit/RecordTests.cs"));

    [Fact]
    public void Any_other_path_is_taken_as_it_is() => Assert.Equal(ProjectPaths.Project, ProjectPaths.FolderOf(Path.Combine(ProjectPaths.Project, "A.cs")));
}
