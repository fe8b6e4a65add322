using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class OperationLoweringTests
{
    [Fact]
    public void A_method_has_the_texts_of_its_operation()
    {
        OperationModel operation = LoweredClient.Good("paths: { /a: { post: { operationId: makePet, tags: [Pets], summary: Makes., description: A pet., deprecated: true } } }").Operation("makePet");

        Assert.Equal(("POST", "/a", "/paths/~1a/post", "Make", "MakePet", true), (operation.Method, operation.Path, operation.Pointer, operation.Name, operation.DescriptorName, operation.IsDeprecated));
        Assert.Equal(("Makes.", "A pet."), (operation.Summary, operation.Remarks));
    }

    [Theory]
    [InlineData("x-long-poll: true", true)]
    [InlineData("x-long-poll: false", false)]
    [InlineData("deprecated: false", false)]
    public void A_long_poll_is_marked(string members, bool isLongPoll) =>
        Assert.Equal(isLongPoll, LoweredClient.Good($"paths: {{ /a: {{ get: {{ {members} }} }} }}").Operations[0].IsLongPoll);

    [Theory]
    [InlineData("summary: S", "S", "")]
    [InlineData("description: D", "D", "")]
    [InlineData("summary: S, description: S", "S", "")]
    [InlineData("summary: S, description: D", "S", "D")]
    [InlineData("deprecated: false", "", "")]
    public void No_text_is_there_twice(string members, string summary, string remarks)
    {
        OperationModel operation = LoweredClient.Good($"paths: {{ /a: {{ get: {{ {members} }} }} }}").Operations[0];

        Assert.Equal((summary, remarks), (operation.Summary, operation.Remarks));
    }

    /// <summary>An error is one of the operations that the catalog names for it, and of every operation where it names none.</summary>
    [Theory]
    [InlineData("get", "A, 404: Gone. Look. | B, 429.")]
    [InlineData("put", "B, 429. | C: Only put.")]
    public void An_operation_raises_what_the_catalog_says(string id, string errors)
    {
        OperationModel operation = LoweredClient.Good(
            "paths: { /a: { get: { operationId: get }, put: { operationId: put } } }",
            "errors: { A: { status: 404, message: Gone., resolution: Look., operations: [get] }, B: { status: 429 }, C: { message: Only put., operations: [put] } }").Operation(id);

        Assert.Equal(errors, string.Join(" | ", operation.Errors.Select(error => error.Text)));
    }

    [Fact]
    public void An_operation_without_an_id_raises_what_every_operation_may() => Assert.Equal(
        ["BException"],
        LoweredClient.Good("paths: { /a: { get: {}, put: { operationId: put } } }", "errors: { A: { operations: [put] }, B: {} }").Operation("GET /a").Errors.Select(error => error.ExceptionName));

    [Fact]
    public void Without_a_catalog_an_operation_raises_the_statuses_of_its_responses()
    {
        LoweredClient client = LoweredClient.Good("paths: { /a: { get: { operationId: get, responses: { 200: {}, 404: {}, 5XX: {}, default: {} } }, put: { operationId: put, responses: { 409: {} } } } }");

        Assert.Equal(["NotFoundException", "ServerException"], client.Operation("get").Errors.Select(error => error.ExceptionName));
        Assert.Equal(["ConflictException"], client.Operation("put").Errors.Select(error => error.ExceptionName));
    }

    /// <summary>A status that the catalog has no entry of its own for is one of its range.</summary>
    [Fact]
    public void Without_codes_in_the_catalog_an_operation_raises_the_families_of_its_statuses() => Assert.Equal(
        ["404: Gone.", "500 to 599: Down."],
        LoweredClient.Good(
            "paths: { /a: { get: { operationId: get, responses: { 200: {}, 404: {}, 500: {}, 503: {} } } } }",
            "statuses: { 404: { message: Gone. }, 409: { message: Busy. }, 5XX: { message: Down. } }").Operation("get").Errors.Select(error => error.Text));

    /// <summary>OpenAPI 3.1, 4.8.10.1: an operationId is unique, with regard to case.</summary>
    [Fact]
    public void An_id_that_is_there_twice_is_shown_and_both_are_methods()
    {
        LoweredClient client = LoweredClient.Of("paths: { /a: { get: { operationId: get }, put: { operationId: get }, post: { operationId: Get } } }");

        Assert.Equal(["DRG2012 3:63"], client.Problems);
        Assert.Equal(["The operationId 'get' is also that of GET /a"], client.Messages);
        // POST comes before PUT, whatever the order in the document.
        Assert.Equal(["Get", "Get3", "Get2"], client.Operations.Select(operation => operation.Name));
        Assert.Equal(["Get", "Get3", "Get2"], client.Operations.Select(operation => operation.DescriptorName));
    }

    [Theory]
    [InlineData("equals", "Equals2")]
    [InlineData("petsErrors", "PetsErrors2")]
    [InlineData("apiOperationInfo", "ApiOperationInfo2")]
    [InlineData("getType", "GetType2")]
    public void A_descriptor_has_a_name_that_a_property_of_the_table_can_have(string id, string name) =>
        Assert.Equal(name, LoweredClient.Good($"paths: {{ /a: {{ get: {{ operationId: {id} }} }} }}").Operations[0].DescriptorName);
}
