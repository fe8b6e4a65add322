using Dragoman.Package.Tests.Infrastructure;
using Dragoman.Samples.Emulator;

namespace Dragoman.Package.Tests;

/// <summary>Projects that restored the package build without a warning, and their clients work.</summary>
public sealed class ConsumerTests(Consumers consumers) : IClassFixture<Consumers>
{
    [Theory]
    [InlineData("Defaults")]
    [InlineData("Explicit")]
    [InlineData("Named")]
    public async Task A_client_talks_to_the_service(string project)
    {
        EmulatorOptions options = new() { StepDuration = TimeSpan.FromMilliseconds(20) };
        await using BitHumanEmulator emulator = await BitHumanEmulator.StartAsync(options);

        CommandResult run = await DotNet.ExecuteAsync(consumers[project].Assembly(), emulator.BaseAddress.ToString(), BitHumanEmulator.ApiSecret);

        Assert.Equal(
            [
                "started A001EMULAT",
                "agent is ready",
                "heard in 1 room",
                "AGENT_NOT_FOUND 404 Check the agent's code; POST /v1/validate tells whether the secret itself is accepted.",
            ],
            run.Lines);
        Assert.Equal(3, run.ExitCode);
        Assert.Equal(["generateAgent", "speak", "getAgent"], emulator.Requests.Select(request => request.OperationId).Where(id => id != "getAgentStatus"));
    }

    [Theory]
    [InlineData("Defaults", "Defaults.BitHuman.BitHumanClient")]
    [InlineData("Explicit", "Acme.Avatars.AvatarClient")]
    [InlineData("Named", "Named.Api.BitHumanClient")]
    public void Names_come_from_the_item_or_from_the_document(string project, string type) =>
        Assert.Contains(type, consumers[project].PublicTypes());

    [Theory]
    [InlineData("Explicit", "Acme.Avatars.OtherCatalogException")]
    [InlineData("Named", "Named.Api.OtherCatalogException")]
    public void A_catalog_that_is_named_or_has_the_documents_name_is_the_only_one(string project, string type) =>
        Assert.DoesNotContain(type, consumers[project].PublicTypes());

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Several_documents_make_several_clients(string framework)
    {
        IReadOnlySet<string> types = consumers["Several"].PublicTypes(framework);

        Assert.Superset(new HashSet<string> { "Several.Pets.PetsClient", "Several.Birds.BirdsClient", "Several.Stones.StonesClient" }, types.ToHashSet());
    }

    [Fact]
    public void A_document_finds_its_parts() =>
        Assert.Superset(new HashSet<string> { "Parts.Trees.Tree", "Parts.Trees.Leaf" }, consumers["Parts"].PublicTypes().ToHashSet());

    [Fact]
    public void Documents_in_one_folder_share_its_catalog()
    {
        IReadOnlySet<string> types = consumers["Several"].PublicTypes();

        Assert.Contains("Several.Pets.FlownAwayException", types);
        Assert.Contains("Several.Birds.FlownAwayException", types);
        Assert.DoesNotContain("Several.Stones.FlownAwayException", types);
    }

    /// <summary>On the way from a project file to the compiler, semicolons separate items, and after a number sign stands a comment.</summary>
    [Fact]
    public void Lists_reach_the_generator_as_they_are_written()
    {
        IReadOnlySet<string> types = consumers["Selected"].PublicTypes();

        Assert.Superset(new HashSet<string> { "Selected.BitHuman.AgentsClient", "Selected.BitHuman.Started", "Selected.BitHuman.Persona" }, types.ToHashSet());
        Assert.DoesNotContain("Selected.BitHuman.AgentStatus", types);
        Assert.DoesNotContain("Selected.BitHuman.Dynamics", types);
    }
}
