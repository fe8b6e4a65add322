using Dragoman.Generator.Document;

namespace Dragoman.Generator.Tests.Document;

/// <summary>The Parameter Object (OpenAPI 3.1, 4.8.12).</summary>
public sealed class ParameterTests
{
    /// <summary>4.8.12.2.1: form for query and cookie, simple for path and header; explode is true for form alone.</summary>
    [Theory]
    [InlineData("in: query", "form", true)]
    [InlineData("in: cookie", "form", true)]
    [InlineData("in: path", "simple", false)]
    [InlineData("in: header", "simple", false)]
    [InlineData("in: query, explode: false", "form", false)]
    [InlineData("in: path, explode: true", "simple", true)]
    [InlineData("in: query, style: spaceDelimited", "spaceDelimited", false)]
    [InlineData("in: query, style: pipeDelimited", "pipeDelimited", false)]
    [InlineData("in: query, style: deepObject", "deepObject", false)]
    [InlineData("in: query, style: pipeDelimited, explode: true", "pipeDelimited", true)]
    [InlineData("in: path, style: label", "label", false)]
    [InlineData("in: query, style: form, explode: false, x-collection-format: tsv", "tabDelimited", false)]
    [InlineData("in: header, x-collection-format: pipes", "pipeDelimited", false)]
    [InlineData("in: path, x-collection-format: ssv", "spaceDelimited", false)]
    public void Style_and_explode_have_the_defaults_of_their_place(string members, string style, bool explode)
    {
        Parameter parameter = Read(members);

        Assert.Equal((style, explode), (parameter.Style, parameter.Explode));
    }

    [Theory]
    [InlineData("in: query", "Query", false)]
    [InlineData("in: query, required: true", "Query", true)]
    [InlineData("in: header", "Header", false)]
    [InlineData("in: cookie", "Cookie", false)]
    [InlineData("in: path", "Path", true)]
    [InlineData("in: path, required: false", "Path", true)]
    public void A_place_and_whether_it_is_required(string members, string place, bool isRequired)
    {
        Parameter parameter = Read(members);

        Assert.Equal((place, isRequired), (parameter.Place.ToString(), parameter.IsRequired));
    }

    [Fact]
    public void Texts_are_those_of_the_node()
    {
        Parameter parameter = Read("in: query, description: '2020-01-01', deprecated: true, schema: { type: integer }");

        Assert.Equal(("p", "2020-01-01", true, SchemaType.Integer), (parameter.Name, parameter.Description, parameter.IsDeprecated, parameter.Schema!.Type));
    }

    [Fact]
    public void A_media_type_may_describe_a_parameter()
    {
        Parameter parameter = Read("in: query, content: { application/json: { schema: { type: string } } }");

        Assert.Equal(("application/json", SchemaType.String), (parameter.Content!.MediaType, parameter.Schema!.Type));
        Assert.Null(Read("in: query, schema: { type: string }").Content);
    }

    private static Parameter Read(string members) => Assert.Single(DocumentReading.Operation($"get: {{ parameters: [{{ name: p, {members} }}] }}").Parameters);
}
