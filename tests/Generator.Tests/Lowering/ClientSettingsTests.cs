using Dragoman.Generator.Lowering;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>All metadata is optional: the name defaults to the document's title, the namespace to the root namespace and that name.</summary>
public sealed class ClientSettingsTests
{
    [Theory]
    [InlineData("bitHuman", "BitHuman")]
    [InlineData("Swagger Petstore", "SwaggerPetstore")]
    [InlineData("", "Api")]
    [InlineData("???", "Api")]
    [InlineData("3D Models", "_3DModels")]
    [InlineData("Client", "Client")]
    [InlineData("Http Client", "Http")]
    [InlineData("GitHub's official OpenAPI spec + Octokit extension", "GitHub")]
    [InlineData("Swagger Petstore - OpenAPI 3.0", "SwaggerPetstore")]
    [InlineData("The Plaid API", "Plaid")]
    [InlineData("Gitea API.", "Gitea")]
    [InlineData("Listen API: Podcast Search, Directory, and Insights API", "Listen")]
    [InlineData("Email Activity (beta)", "EmailActivity")]
    [InlineData("e-conomic OpenAPI Products", "EConomicProducts")]
    [InlineData("API Reference", "ApiReference")]
    [InlineData("OpenAPI", "OpenApi")]
    [InlineData("- +1", "_1")]
    public void Without_a_name_the_title_is_it(string title, string prefix) => Assert.Equal(prefix, Settings().Prefix(title));

    [Theory]
    [InlineData("BitHumanClient", "BitHuman")]
    [InlineData("BitHuman", "BitHuman")]
    [InlineData("Client", "Client")]
    [InlineData("HTTPClient", "HTTP")]
    [InlineData("Myclient", "Myclient")]
    public void A_name_is_taken_as_it_is_without_its_suffix(string clientName, string prefix) => Assert.Equal(prefix, Settings(clientName: clientName).Prefix("Title"));

    [Theory]
    [InlineData("", "App", "App.Pets")]
    [InlineData("", "", "Pets")]
    [InlineData("Zoo.Clients", "App", "Zoo.Clients")]
    public void A_namespace_defaults_to_the_projects_and_the_name(string asked, string root, string expected) => Assert.Equal(expected, Settings(asked, root).NamespaceOf("Pets"));

    private static ClientSettings Settings(string asked = "", string root = "", string clientName = "") => new("openapi.yaml", "", asked, root, clientName);
}
