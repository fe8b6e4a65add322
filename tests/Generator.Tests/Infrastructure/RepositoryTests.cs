namespace Dragoman.Generator.Tests.Infrastructure;

public sealed class RepositoryTests
{
    private const string Folder = "tests/Generator.Tests/Infrastructure";

    [Fact]
    public void The_repository_is_found_at_run_time() => Assert.True(File.Exists(Repository.PathOf("Generator.sln")));

    [Fact]
    public void A_path_of_a_deterministic_build_is_below_the_repository() =>
        Assert.Equal(Repository.PathOf(Folder), Repository.FolderOf($"/_/{Folder}/{nameof(RepositoryTests)}.cs"));

    [Fact]
    public void Any_other_path_is_taken_as_it_is() => Assert.Equal(Repository.PathOf(Folder), Repository.FolderOf(Repository.PathOf($"{Folder}/A.cs")));
}
