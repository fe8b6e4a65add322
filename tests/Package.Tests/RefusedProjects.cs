using Dragoman.Package.Tests.Infrastructure;

namespace Dragoman.Package.Tests;

/// <summary>
/// Projects with a mistake in a document or a catalog, built by one command. Lines and columns of the mistakes are counted by hand. What
/// follows from a mistake, such as an operation left out, stays a warning here, so that one mistake is one error.
/// </summary>
public sealed class RefusedProjects(PackageFeed feed) : IAsyncLifetime
{
    private const string GoodDocument = """
        openapi: 3.1.0
        info: { title: Pets, version: '1' }
        paths:
          /pets:
            get:
              operationId: listPets
        """;

    private static readonly ConsumerProject[] s_projects =
    [
        Project("MisspeltReference", """
            openapi: 3.1.0
            info: { title: Pets, version: '1' }
            paths:
              /pets:
                get:
                  operationId: listPets
                  responses:
                    '200':
                      description: The pets.
                      content:
                        application/json:
                          schema:
                            $ref: '#/components/schemas/Pest'
            components:
              schemas:
                Pet:
                  type: object
            """),
        Project("KeyWrittenTwice", """
            openapi: 3.1.0
            info:
              title: Pets
              version: '1'
              title: Cats
            paths: {}
            """),
        Project("UnknownCode", GoodDocument, """
            catalog: 1
            operations:
              listPets: [PET_MISING]
            errors:
              PET_MISSING:
                status: 404
            """),
        Project("WrongType", GoodDocument, """
            catalog: 1
            errors:
              PET_MISSING:
                status: lots
            """),
        new("MissingCatalog", """<OpenApiClient Include="openapi.yaml" Errors="catalogs/errors.yaml" />""")
        {
            Files = new Dictionary<string, string> { ["openapi.yaml"] = GoodDocument },
        },
    ];

    private string _workspace = "";

    internal CommandResult Build { get; private set; } = null!;

    public static IEnumerable<string> Names => s_projects.Select(project => project.Name);

    internal WrittenProject this[string name] => new(name, Path.Combine(_workspace, name));

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _workspace = feed.CreateWorkspace("refused");
        Build = await DotNet.BuildAsync(ConsumerProject.WriteSolution(_workspace, feed.Version, s_projects));
    }

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;

    private static ConsumerProject Project(string name, string document, string? catalog = null)
    {
        Dictionary<string, string> files = new() { ["openapi.yaml"] = document };
        if (catalog is not null)
        {
            files["errors.yaml"] = catalog;
        }

        return new ConsumerProject(name, """<OpenApiClient Include="openapi.yaml" />""") { Files = files, WarningsAreErrors = false };
    }
}
