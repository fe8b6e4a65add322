using System.IO.Compression;
using System.Xml.Linq;
using Dragoman.Package.Tests.Infrastructure;

namespace Dragoman.Package.Tests;

/// <summary>What is in the package: all that the compiler needs, and nothing that a project could take for its own.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    [Fact]
    public void The_package_holds_these_files_and_no_others() => Assert.Equal(
        [
            "Dragoman.nuspec",
            "README.md",
            "buildTransitive/Dragoman.Analyzers.targets",
            "buildTransitive/Dragoman.props",
            "buildTransitive/Dragoman.targets",
            "generator/Dragoman.Generator.dll",
            "generator/NJsonSchema.dll",
            "generator/NSwag.Core.dll",
            "generator/Namotion.Reflection.dll",
            "generator/Newtonsoft.Json.dll",
            "generator/YamlDotNet.dll",
        ],
        Files(feed.Package).Order(StringComparer.Ordinal));

    [Fact]
    public void The_assemblies_are_no_burden()
    {
        using ZipArchive package = ZipFile.OpenRead(feed.Package);

        Assert.InRange(package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Sum(entry => entry.Length), 1, 2_400_000);
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void The_package_brings_the_runtime_of_its_version(string framework)
    {
        XElement group = Assert.Single(Metadata(feed.Package).Descendants(), element => element.Name.LocalName == "group" && (string?)element.Attribute("targetFramework") == framework);
        XElement dependency = Assert.Single(group.Elements());

        Assert.Equal("Dragoman.Runtime", (string?)dependency.Attribute("id"));
        Assert.Equal(feed.Version, (string?)dependency.Attribute("version"));
    }

    [Fact]
    public void The_runtime_has_an_assembly_and_its_documentation_for_each_framework() => Assert.Equal(
        [
            "Dragoman.Runtime.nuspec",
            "lib/net10.0/Dragoman.Runtime.dll",
            "lib/net10.0/Dragoman.Runtime.xml",
            "lib/net8.0/Dragoman.Runtime.dll",
            "lib/net8.0/Dragoman.Runtime.xml",
        ],
        Files(feed.RuntimePackage).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("net8.0", "System.Net.ServerSentEvents", "System.Threading.RateLimiting")]
    [InlineData("net10.0", "System.Threading.RateLimiting")]
    public void The_runtime_depends_on_what_the_platform_lacks_and_no_more(string framework, params string[] packages)
    {
        XElement group = Assert.Single(Metadata(feed.RuntimePackage).Descendants(), element => element.Name.LocalName == "group" && (string?)element.Attribute("targetFramework") == framework);

        Assert.Equal(packages, group.Elements().Select(static dependency => (string?)dependency.Attribute("id")));
    }

    [Fact]
    public void Both_packages_say_whose_they_are_and_under_which_licence() => Assert.All([feed.Package, feed.RuntimePackage], package =>
    {
        XElement metadata = Metadata(package);
        Assert.Equal("MIT", Text("license"));
        Assert.Equal("The Dragoman maintainers", Text("authors"));
        Assert.Equal(feed.Version, Text("version"));

        string? Text(string name) => (string?)metadata.Descendants().Single(element => element.Name.LocalName == name);
    });

    /// <summary>The package's own files, without those that make a ZIP archive an OPC package.</summary>
    private static IEnumerable<string> Files(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        return [.. archive.Entries.Select(entry => entry.FullName).Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal))];
    }

    private static XElement Metadata(string package)
    {
        using ZipArchive archive = ZipFile.OpenRead(package);
        using Stream nuspec = archive.Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!;
    }
}
