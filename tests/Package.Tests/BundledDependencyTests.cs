using Dragoman.Package.Tests.Infrastructure;

namespace Dragoman.Package.Tests;

/// <summary>Another generator package that brings other versions of our dependencies does not break us, nor we it.</summary>
public sealed class BundledDependencyTests(PackageFeed feed)
{
    [Fact]
    public async Task Each_generator_gets_its_own_dependencies()
    {
        OtherPackage.Create(feed.Folder, feed.Version);
        ConsumerProject consumer = new("Neighbour", """<OpenApiClient Include="openapi.yaml" />""")
        {
            Packages = $"""<PackageReference Include="{OtherPackage.Id}" Version="[{feed.Version}]" />""",
            Files = new Dictionary<string, string> { ["openapi.yaml"] = SmallSpec.Document("Pets") },
        };
        WrittenProject project = consumer.Write(feed.CreateWorkspace("neighbour"), feed.Version);

        (await DotNet.BuildAsync(project.ProjectFile)).AssertSuccess();

        IReadOnlySet<string> types = project.PublicTypes();
        Assert.Contains("Neighbour.Pets.PetsClient", types);
        Assert.Contains($".{OtherPackage.GeneratedType}", types);
    }
}
