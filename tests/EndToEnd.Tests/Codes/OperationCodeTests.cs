using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.EndToEnd.Tests.Services;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Every operation with every code that the catalog lets it raise.</summary>
public class OperationCodeTests
{
    // Its codes come as messages, see InterhumanChannelTests.
    private const string Channel = "streamAnalyze";

    public static TheoryData<string> Folders => [.. Service.All.Select(service => service.Folder)];

    public static TheoryData<string, string> Operations
    {
        get
        {
            TheoryData<string, string> operations = [];
            foreach ((string folder, string operationId) in Service.All.SelectMany(service => service.OperationIds.Where(id => id != Channel).Select(id => (service.Folder, id))))
            {
                operations.Add(folder, operationId);
            }

            return operations;
        }
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task AnOperationRaisesEachOfItsCodesAsItsException(string folder, string operationId)
    {
        Service service = Service.Of(folder);
        await using ServiceSession session = await service.StartAsync(options => options.MaxRetries = 0);

        foreach (CodeCase expected in CodeTable.In(folder).Where(row => row is { HasCode: true, Status: not null } && CatalogYaml.CodesOf(folder, operationId).Contains(row.Name)))
        {
            bool isRepeated = service.RenewsTokens && CodeTable.RetryOf(folder, expected.Name).RenewsToken;
            session.Emulator.Fail(operationId, expected.Name, times: isRepeated ? 2 : 1);

            Exception? error = await Record.ExceptionAsync(() => session.CallAsync(operationId));

            Assert.IsType(expected.Type, error);
        }
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void TheTestsCallEveryOperationOfTheDocument(string folder) =>
        Assert.Equal(CatalogYaml.OperationsIn(folder).Keys.Order(), Service.Of(folder).OperationIds.Order());
}
