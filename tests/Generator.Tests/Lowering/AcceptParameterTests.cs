using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>What the header Accept does where a document has it as a parameter.</summary>
public sealed class AcceptParameterTests
{
    private const string Images = "image/png: { schema: { type: string, format: binary } }, image/jpeg: { schema: { type: string, format: binary } }";
    private const string Pet = "{ schema: { type: object, properties: { name: { type: string } } } }";

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    public void Media_types_that_are_read_alike_are_chosen_by_the_caller(string required)
    {
        OperationModel operation = Get($"required: {required}, schema: {{ type: string, enum: [image/png, image/jpeg] }}", Images);

        ParameterModel parameter = Assert.Single(operation.Parameters);
        Assert.Equal(("accept", ParameterTarget.Header, "GetPetAccept", required == "true"), (parameter.Name, parameter.Target, parameter.Type.Name, parameter.IsRequired));
        Assert.Equal(("image/jpeg, image/png", TypeKind.Download), (operation.Result.Accept, operation.Result.Type!.Kind));
    }

    /// <summary>JSON is the same, whichever version of it is asked for.</summary>
    [Fact]
    public void Versions_of_one_schema_are_chosen_by_the_caller() =>
        Assert.Equal("accept", Assert.Single(Get("schema: { type: string, enum: [application/vnd.a.v1+json, application/vnd.a.v2+json] }", "application/vnd.a.v1+json: { schema: { type: string } }").Parameters).Name);

    [Theory]
    [InlineData("schema: { const: text/csv }", "application/json: " + Pet + ", text/csv: { schema: { type: string } }", "text/csv", TypeKind.String)]
    [InlineData("schema: { type: string, enum: [image/png] }", "application/json: " + Pet + ", " + Images, "image/png", TypeKind.Download)]
    [InlineData("schema: { type: string, default: application/vnd.github.v3+json }", "application/json: " + Pet, "application/vnd.github.v3+json", TypeKind.Record)]
    [InlineData("schema: { type: string, default: application/json }", "application/json: " + Pet, "", TypeKind.Record)]
    public void The_one_that_the_parameter_names_is_asked_for(string parameter, string content, string accept, object kind)
    {
        OperationModel operation = Get($"required: true, {parameter}", content);

        Assert.Empty(operation.Parameters);
        Assert.Equal((accept, kind), (operation.Result.Accept, operation.Result.Type!.Kind));
    }

    /// <summary>A method returns one type, and the choice of a caller must not make an answer unreadable.</summary>
    [Theory]
    [InlineData("schema: { type: string, enum: [application/json, text/csv] }", "application/json: " + Pet + ", text/csv: {}", "", TypeKind.Record)]
    [InlineData("schema: { type: string }", "application/json: " + Pet + ", text/csv: {}", "", TypeKind.Record)]
    [InlineData("schema: { type: string, enum: ['image/*', image/png] }", Images, "image/jpeg, image/png", TypeKind.Download)]
    [InlineData("schema: { type: string, enum: ['a b', image/png] }", Images, "image/jpeg, image/png", TypeKind.Download)]
    public void Else_it_is_ignored(string parameter, string content, string accept, object kind)
    {
        OperationModel operation = Get($"required: true, {parameter}", content);

        Assert.Empty(operation.Parameters);
        Assert.Equal((accept, kind), (operation.Result.Accept, operation.Result.Type!.Kind));
    }

    private static OperationModel Get(string parameter, string content) => Assert.Single(LoweredClient.OfPathItem(
        $"get: {{ operationId: getPet, parameters: [{{ name: Accept, in: header, {parameter} }}], responses: {{ 200: {{ description: '', content: {{ {content} }} }} }} }}").Operations);
}
