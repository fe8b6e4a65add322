using Dragoman.Generator.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dragoman.Generator.Tests.Normalize;

/// <summary>What stands beside the $ref of a path item (OpenAPI 3.1, section 4.8.9).</summary>
public sealed class PathItemFormTests
{
    private const string Document = """
        openapi: 3.1.0
        info: { title: Zoo, version: '1' }
        paths:
          /pets:
            $ref: '#/components/pathItems/Pets'
            parameters: [{ name: page, in: query, schema: { type: integer } }, { name: tenant, in: header, required: true, schema: { type: integer } }]
            delete: { operationId: clear, responses: { '204': { description: Gone. } } }
        components:
          pathItems:
            Pets:
              parameters: [{ $ref: '#/components/parameters/Tenant' }]
              get: { operationId: list, parameters: [{ name: q, in: query, schema: { type: string } }], responses: { '204': { description: None. } } }
              delete: { operationId: other, responses: { '204': { description: None. } } }
          parameters: { Tenant: { name: tenant, in: header, schema: { type: string } } }
        """;

    [Theory]
    [InlineData("ClearAsync", "tenant page")]
    [InlineData("ListAsync", "tenant q page")]
    public void Both_hold(string method, string parameters)
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Document)).AssertCompiles();

        Assert.Empty(run.Problems);
        IMethodSymbol called = (IMethodSymbol)run.Type("Consumer.Zoo.IZooClient")!.GetMembers(method).Single();
        Assert.Equal($"{parameters} options cancellationToken", string.Join(" ", called.Parameters.Select(parameter => parameter.Name)));
        Assert.Equal(SpecialType.System_Int64, called.Parameters[0].Type.SpecialType);
    }

    [Fact]
    public void Of_one_method_the_one_beside_the_reference_holds()
    {
        GeneratorRun run = GeneratorRun.Of(new SpecFile("zoo.yaml", Document)).AssertCompiles();

        Assert.Empty(run.Type("Consumer.Zoo.IZooClient")!.GetMembers("OtherAsync"));
    }
}
