using Dragoman.Samples.Emulator.Interhuman;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// The Interhuman API, version 0: tokens for key pairs, uploads, and live video over a WebSocket. What is wrong with a
/// video is said by its size and by a word in its file name or at the start of its bytes: <c>too-long</c>,
/// <c>empty</c>, <c>corrupt</c>, <c>codec</c>, <c>malformed</c>, <c>rejected</c>.
/// </summary>
public sealed class InterhumanEmulator : ServiceEmulator
{
    /// <summary>The identifier of the key for both scopes.</summary>
    public const string KeyId = "emulator-key";

    /// <summary>The identifier of a key that is for uploads only.</summary>
    public const string UploadKeyId = "emulator-upload-key";

    /// <summary>The secret of both keys.</summary>
    public const string KeySecret = "emulator-key-secret";

    private readonly InterhumanApi _api;

    private InterhumanEmulator(InterhumanApi api)
        : base(api) => _api = api;

    /// <summary>The number of channels that are open now.</summary>
    public int OpenChannels => _api.Channels.Open.Count;

    /// <summary>The sizes in bytes of the segments received over all channels, in order of arrival: a snapshot.</summary>
    public IReadOnlyList<int> Segments => _api.Channels.Segments;

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> ScopesByKey { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [KeyId] = [TokenStore.UploadScope, TokenStore.StreamScope],
        [UploadKeyId] = [TokenStore.UploadScope],
    };

    /// <summary>Starts an emulator; dispose it to stop.</summary>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<InterhumanEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default) =>
        StartAsync(new InterhumanEmulator(new InterhumanApi(options ?? new EmulatorOptions())), ct);

    /// <summary>A token that is valid for 900 s, without the request for it.</summary>
    /// <param name="scopes">What it is good for; none for both scopes.</param>
    /// <returns>The token.</returns>
    public string CreateToken(params IReadOnlyList<string> scopes)
    {
        lock (_api.Gate)
        {
            return _api.Tokens.Create(scopes.Count > 0 ? scopes : ScopesByKey[KeyId]);
        }
    }

    /// <summary>Ends the lifetime of every token that was given out: they are expired from now on.</summary>
    public void ExpireTokens()
    {
        lock (_api.Gate)
        {
            _api.Tokens.Expire();
        }
    }

    /// <summary>Forgets every token that was given out: they are not valid from now on.</summary>
    public void RevokeTokens()
    {
        lock (_api.Gate)
        {
            _api.Tokens.Clear();
        }
    }

    /// <summary>
    /// Announces a shutdown to the open channels now, once more 30 s before it, and then closes them with status 1001.
    /// New channels can be opened all the while.
    /// </summary>
    /// <param name="notice">The time until the end, by the emulator's clock.</param>
    /// <returns>A task that ends when the first notice is sent.</returns>
    public Task BeginShutdownAsync(TimeSpan notice) => _api.Channels.ShutDownAsync(notice);

    /// <summary>Closes the open channels.</summary>
    /// <param name="status">The close status, such as 1001.</param>
    /// <param name="reason">The reason of the close frame.</param>
    public void CloseChannels(int status, string reason = "") => EndAll(new ChannelEnd(status, reason));

    /// <summary>Ends the open channels without a close frame.</summary>
    public void DropChannels() => EndAll(ChannelEnd.Dropped);

    private void EndAll(ChannelEnd end)
    {
        foreach (AnalysisChannel channel in _api.Channels.Open)
        {
            channel.End(end);
        }
    }
}
