using Dragoman.Package.Tests.Infrastructure;

namespace Dragoman.Package.Tests;

/// <summary>Projects that use the package in the ways its documentation names, built once by one command.</summary>
public sealed class Consumers(PackageFeed feed) : IAsyncLifetime
{
    private static readonly string s_document = Repository.Read("spec/bithuman/openapi.yaml");
    private static readonly string s_catalog = Repository.Read("spec/bithuman/errors.yaml");

    /// <summary>A catalog that is not to be taken where another is named or nearer.</summary>
    private const string OtherCatalog = "catalog: 1\nerrors: { OTHER_CATALOG: { status: 400 } }";

    private static readonly ConsumerProject[] s_projects =
    [
        new("Defaults", """<OpenApiClient Include="bithuman/openapi.yaml" />""")
        {
            Program = AgentProgram("Defaults.BitHuman", "BitHumanClient"),
            Files = new Dictionary<string, string> { ["bithuman/openapi.yaml"] = s_document, ["bithuman/errors.yaml"] = s_catalog },
        },
        new("Explicit", """<OpenApiClient Include="apis/human.yaml" Errors="catalogs/codes.yaml" Namespace="Acme.Avatars" ClientName="AvatarClient" />""")
        {
            Program = AgentProgram("Acme.Avatars", "AvatarClient"),
            Files = new Dictionary<string, string> { ["apis/human.yaml"] = s_document, ["catalogs/codes.yaml"] = s_catalog, ["apis/errors.yaml"] = OtherCatalog },
        },
        new("Named", """<OpenApiClient Include="human.openapi.yaml" Namespace="Named.Api" />""")
        {
            Program = AgentProgram("Named.Api", "BitHumanClient"),
            Files = new Dictionary<string, string> { ["human.openapi.yaml"] = s_document, ["human.errors.yaml"] = s_catalog, ["errors.yaml"] = OtherCatalog },
        },
        new("Selected", """<OpenApiClient Include="human.yaml" IncludeOperations="generateAgent;getAgent*" ExcludePaths="/v1/agent/status/*;/v1/files/**" TypeNames="GenerateAgentResponse=Started;#/components/schemas/Agent=Persona" MethodNames="generateAgent=Create" />""")
        {
            Files = new Dictionary<string, string> { ["human.yaml"] = s_document },
        },
        new("Several", """<OpenApiClient Include="shared/*s.yaml" Exclude="shared/errors.yaml" /><OpenApiClient Include="plain/stones.yaml" />""")
        {
            TargetFrameworks = "net8.0;net10.0",
            Files = new Dictionary<string, string>
            {
                ["shared/pets.yaml"] = SmallSpec.Document("Pets"),
                ["shared/birds.yaml"] = SmallSpec.Document("Birds"),
                ["shared/errors.yaml"] = "catalog: 1\nerrors: { FLOWN_AWAY: { status: 410 } }",
                ["plain/stones.yaml"] = SmallSpec.Document("Stones"),
            },
        },
        new("Parts", """<OpenApiClient Include="api/trees.yaml" /><OpenApiPart Include="api/**/*.yaml" />""")
        {
            Files = new Dictionary<string, string>
            {
                ["api/trees.yaml"] = SmallSpec.Document("Trees").Replace("#/components/schemas/Item", "schemas/tree.yaml#/Tree", StringComparison.Ordinal),
                ["api/schemas/tree.yaml"] = "Tree: { type: object, properties: { leaf: { $ref: '#/Leaf' } } }\nLeaf: { type: object, properties: { color: { type: string } } }",
            },
        },
    ];

    private string _workspace = "";

    internal WrittenProject this[string name] => new(name, Path.Combine(_workspace, name));

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        _workspace = feed.CreateWorkspace("consumers");
        (await DotNet.BuildAsync(ConsumerProject.WriteSolution(_workspace, feed.Version, s_projects))).AssertSuccess();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Generates an agent, waits for it, makes it speak, and asks for one that does not exist.</summary>
    private static string AgentProgram(string clientNamespace, string client) => $$"""
        using {{clientNamespace}};

        using {{client}} client = new(new {{client}}Options { BaseAddress = new Uri(args[0]), ApiSecret = args[1] });

        GenerateAgentResponse started = await client.Agents.GenerateAsync(new() { Prompt = "You are a patient guide." });
        Console.WriteLine($"started {started.AgentId}");

        AgentStatus agent = await client.Agents.WaitUntilReadyAsync(started.AgentId, interval: TimeSpan.FromMilliseconds(10));
        Console.WriteLine($"agent is {agent.Status}");

        ContextDelivery delivery = await client.Agents.SpeakAsync(started.AgentId, new() { Message = "The gallery closes soon." });
        Console.WriteLine($"heard in {delivery.DeliveredToRooms} room");

        try
        {
            await client.Agents.GetAsync("A00NOBODY0");
            return 1;
        }
        catch (AgentNotFoundException e)
        {
            Console.WriteLine($"{e.Code} {e.Status} {e.Resolution}");
            return 3;
        }
        """;
}
