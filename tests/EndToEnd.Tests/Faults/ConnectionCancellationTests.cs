using Vault;

namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>A canceled call returns at once where the service does not even get so far as to answer.</summary>
[Collection(AloneCollection.Name)]
public class ConnectionCancellationTests
{
    private static readonly byte[] s_picture = new byte[64 * 1024 * 1024];

    [Fact(Timeout = 60_000)]
    public Task WhileTheServiceTakesNoConnection() => CancellationTime.AssertShortAsync(static async (reached, token) =>
    {
        using BusyPort port = new(reached);
        using VaultClient client = ClientOf(port.Address);
        await client.GetItemAsync("I1", cancellationToken: token);
    });

    [Fact(Timeout = 60_000)]
    public Task WhileTheServiceIsSilentToTls() => CancellationTime.AssertShortAsync(static async (reached, token) =>
    {
        using StandingServer server = new();
        using VaultClient client = ClientOf(server.AddressOf("https"));
        Task<Item> call = client.GetItemAsync("I1", cancellationToken: token);
        await server.AcceptAsync();
        reached();
        await call;
    });

    [Fact(Timeout = 60_000)]
    public Task WhileTheServiceDoesNotReadTheBody() => CancellationTime.AssertShortAsync(static async (reached, token) =>
    {
        using StandingServer server = new();
        using VaultClient client = ClientOf(server.AddressOf("http"));
        RequestOptions options = new() { Progress = new FirstReport(reached) };
        Task call = client.PutPictureAsync(FileUpload.FromBytes(s_picture), options, token);
        await server.AcceptAsync();
        await server.AskForBodyAsync();
        await call;
    });

    private static VaultClient ClientOf(Uri address) => new(new VaultClientOptions
    {
        BaseAddress = address,
        VaultKey = "vault-key-1",
        AccessKey = "access-key-1",
        Session = "session-1",
        Token = "token-1",
    });

    /// <summary>Told when bytes of the body have left.</summary>
    private sealed class FirstReport(Action reported) : IProgress<long>
    {
        public void Report(long value) => reported();
    }
}
