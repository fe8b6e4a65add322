using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Failures with a message and nothing that the references know, of services that have codes otherwise: the status decides.</summary>
public class StatusTests
{
    /// <summary>The service, the operation, the status, its exception, what can be done, and the requests that this makes.</summary>
    public static TheoryData<string, string, int, Type, Recovery, int> Statuses => new()
    {
        { "bithuman", "getAgent", 503, typeof(BitHuman.ServerException), Recovery.Retry, 4 },
        { "bithuman", "getAgent", 401, typeof(BitHuman.AuthenticationException), Recovery.None, 1 },
        { "bithuman-gpu", "launch", 503, typeof(AvatarContainer.ServiceUnavailableException), Recovery.Wait, 1 },
        { "bithuman-gpu", "launch", 400, typeof(AvatarContainer.BadRequestException), Recovery.None, 1 },
        { "bithuman-gpu", "listTasks", 500, typeof(AvatarContainer.ServerException), Recovery.None, 1 },
        { "foilengine", "listPersonas", 418, typeof(FoilEngine.ClientErrorException), Recovery.None, 1 },
        { "interhuman", "analyzeUpload", 401, typeof(Interhuman.AuthenticationException), Recovery.Authenticate, 2 },
        { "interhuman", "analyzeUpload", 429, typeof(Interhuman.RateLimitException), Recovery.Retry, 4 },
        { "interhuman", "analyzeUpload", 500, typeof(Interhuman.ServerException), Recovery.Retry, 1 },
        { "webmcp", "listVault", 500, typeof(WebMcp.ServerException), Recovery.Retry, 4 },
        { "webmcp", "listVault", 503, typeof(WebMcp.ServerException), Recovery.Retry, 4 },
        { "webmcp", "createGroup", 500, typeof(WebMcp.ServerException), Recovery.Retry, 1 },
        { "webmcp", "listVault", 401, typeof(WebMcp.AuthenticationException), Recovery.None, 1 },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task AStatusWithoutACodeIsItsException(string folder, string operation, int status, Type type, Recovery recovery, int requests)
    {
        await using ServiceSession session = await Service.Of(folder).StartAsync();
        session.Emulator.Fail(operation, new Fault { Status = status, Message = "Nobody knows this one." }, times: 20);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync(operation));

        Assert.IsType(type, error);
        Assert.Equal((null, status, "Nobody knows this one."), (error.Code, error.Status, error.Message));
        Assert.Equal(recovery, error.Recovery);
        Assert.Null(error.Definition);
        Assert.Equal(requests, session.RequestsOf(operation));
    }
}
