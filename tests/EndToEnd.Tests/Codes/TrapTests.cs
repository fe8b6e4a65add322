using System.Text.Json;
using System.Text.Json.Nodes;
using Dragoman.EndToEnd.Tests.Services;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Codes;

/// <summary>Failures that are told in another way than the references say: each still is the exception that can be known.</summary>
public class TrapTests
{
    private const string Told = "The service tells this failure at great length, so that a body cut in half ends within this text and nowhere else at all.";

    public static TheoryData<string> Folders => [.. Trap.All.Select(trap => trap.Folder)];

    public static TheoryData<string> FoldersWithCodes => [.. Trap.All.Where(trap => trap.Code is not null).Select(trap => trap.Folder)];

    [Theory]
    [MemberData(nameof(FoldersWithCodes))]
    public async Task AnUnknownCodeIsTheExceptionOfItsStatusAndIsKept(string folder)
    {
        Trap trap = Trap.Of(folder);

        ApiException error = await FailAsync(trap, new Fault { Code = "GPU_ON_FIRE", Status = trap.Status, Message = Told });

        Assert.IsType(trap.Family, error);
        Assert.Equal(("GPU_ON_FIRE", trap.Status, Told), (error.Code, error.Status, error.Message));
        Assert.Null(error.Definition);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task AMissingCodeLeavesTheStatusAndTheMessage(string folder)
    {
        Trap trap = Trap.Of(folder);

        ApiException error = await FailAsync(trap, new Fault { Breakage = Breakage.NoCode, Code = trap.Code, Status = trap.Status, Message = Told });

        Assert.IsType(trap.Family, error);
        Assert.Equal((null, trap.Status, Told), (error.Code, error.Status, error.Message));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task MembersOfTheWrongTypeLeaveTheStatus(string folder)
    {
        Trap trap = Trap.Of(folder);

        ApiException error = await FailAsync(trap, new Fault { Breakage = Breakage.WrongTypes, Status = trap.Status, Message = Told });

        Assert.IsType(trap.Family, error);
        Assert.Equal((trap.WrongCode, trap.Status), (error.Code, error.Status));
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task TheHtmlOfAGatewayIsTheExceptionOfItsStatusAndIsKept(string folder)
    {
        Trap trap = Trap.Of(folder);

        ApiException error = await FailAsync(trap, new Fault { Breakage = Breakage.Html });

        Assert.IsType(trap.Gateway, error);
        Assert.Equal((null, 502, "text/html"), (error.Code, error.Status, error.ContentType));
        Assert.Contains("<h1>502 Bad Gateway</h1>", error.Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task AnEmptyBodyIsTheExceptionOfItsStatus(string folder)
    {
        Trap trap = Trap.Of(folder);

        ApiException error = await FailAsync(trap, new Fault { Breakage = Breakage.Empty, Status = trap.Status });

        Assert.IsType(trap.Family, error);
        Assert.Equal((null, trap.Status, ""), (error.Code, error.Status, error.Body));
        Assert.False(string.IsNullOrWhiteSpace(error.Message));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task ATruncatedBodyTellsWhatCameBeforeItsEnd(string folder)
    {
        Trap trap = Trap.Of(folder);

        ApiException error = await FailAsync(trap, new Fault { Breakage = Breakage.TruncatedBody, Code = trap.Code, Status = trap.Status, Message = Told });

        Assert.IsType(trap.Truncated ?? trap.Family, error);
        Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(error.Body!));
        Assert.Equal(trap.Status, error.Status);
        Assert.DoesNotContain("at great length", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryServiceIsTried() => Assert.Equal(Service.All.Select(service => service.Folder).Order(), Trap.All.Select(trap => trap.Folder).Order());

    private static async Task<ApiException> FailAsync(Trap trap, Fault fault)
    {
        await using ServiceSession session = await Service.Of(trap.Folder).StartAsync(options => options.MaxRetries = 0);
        session.Emulator.Fail(trap.Operation, fault);

        ApiException error = await Assert.ThrowsAnyAsync<ApiException>(() => session.CallAsync(trap.Operation));

        Assert.Equal(1, session.RequestsOf(trap.Operation));
        return error;
    }
}
