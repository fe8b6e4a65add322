using Dragoman.EndToEnd.Tests.Client;
using Dragoman.EndToEnd.Tests.SeedCodes;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Every operation with every code that the catalog lets it raise.</summary>
public class OperationCodeTests
{
    public static TheoryData<string> OperationIds => [.. CatalogYaml.Operations.Keys];

    [Theory]
    [MemberData(nameof(OperationIds))]
    public async Task AnOperationRaisesEachOfItsCodesAsItsException(string operationId)
    {
        await using ClientSession session = await ClientSession.StartAsync(options => options.MaxRetries = 0);

        foreach (string code in CatalogYaml.CodesOf(operationId))
        {
            session.Emulator.Fail(operationId, code);

            Exception? error = await Record.ExceptionAsync(() => Calls.Of(session.Client, operationId));

            Assert.IsType(CodeTable.Of(code).Type, error);
        }
    }

    [Fact]
    public void TheTestsCallEveryOperationOfTheDocument() => Assert.Equal(CatalogYaml.Operations.Keys.Order(), Calls.OperationIds.Order());
}
