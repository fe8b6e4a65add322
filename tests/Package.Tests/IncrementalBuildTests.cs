using Dragoman.Package.Tests.Infrastructure;

namespace Dragoman.Package.Tests;

/// <summary>A project is compiled again where its document or its catalog changed, and only then.</summary>
public sealed class IncrementalBuildTests(IncrementalBuildTests.BuiltProject built) : IClassFixture<IncrementalBuildTests.BuiltProject>
{
    private readonly WrittenProject _project = built.Project;

    [Fact]
    public async Task An_unchanged_project_is_not_compiled()
    {
        DateTime compiled = File.GetLastWriteTimeUtc(_project.CompilerOutput());

        await BuildAsync();

        Assert.Equal(compiled, File.GetLastWriteTimeUtc(_project.CompilerOutput()));
    }

    [Theory]
    [InlineData("openapi.yaml", "Item", "Bird", "Incremental.Birds.Bird")]
    [InlineData("errors.yaml", "NO_SUCH_BIRD", "FLOWN_AWAY", "Incremental.Birds.FlownAwayException")]
    public async Task A_changed_file_is_compiled(string file, string name, string newName, string type)
    {
        Assert.DoesNotContain(type, _project.PublicTypes());
        _project.Write(file, File.ReadAllText(_project.PathOf(file)).Replace(name, newName, StringComparison.Ordinal));

        await BuildAsync();

        Assert.Contains(type, _project.PublicTypes());
    }

    private async Task BuildAsync() => (await DotNet.BuildAsync(_project.ProjectFile, "--no-restore")).AssertSuccess();

    /// <summary>A project that has been built before.</summary>
    public sealed class BuiltProject(PackageFeed feed) : IAsyncLifetime
    {
        internal WrittenProject Project { get; private set; } = null!;

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            ConsumerProject consumer = new("Incremental", """<OpenApiClient Include="openapi.yaml" />""")
            {
                Files = new Dictionary<string, string>
                {
                    ["openapi.yaml"] = SmallSpec.Document("Birds"),
                    ["errors.yaml"] = "catalog: 1\nerrors:\n  NO_SUCH_BIRD: { status: 404 }\n",
                },
            };
            Project = consumer.Write(feed.CreateWorkspace("incremental"), feed.Version);
            (await DotNet.BuildAsync(Project.ProjectFile)).AssertSuccess();
        }

        ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;
    }
}
