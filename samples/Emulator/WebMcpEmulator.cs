using System.Globalization;
using Dragoman.Samples.Emulator.WebMcp;

namespace Dragoman.Samples.Emulator;

/// <summary>
/// WebMCP Master as its published texts describe it; its vendor publishes no API, so this stands in for no service.
/// The user signs in by cookie or bearer token; sessions, agents with runs, a vault, credits and workspaces are kept in memory.
/// </summary>
public sealed class WebMcpEmulator : ServiceEmulator
{
    /// <summary>The token of the signed-in user, as the cookie <c>token</c> or as <c>Authorization: Bearer</c>.</summary>
    public const string UserToken = "emulator-jwt";

    /// <summary>The secret of every webhook (<c>X-Webhook-Secret</c>).</summary>
    public const string WebhookSecret = "emulator-webhook-secret";

    private readonly WebMcpApi _api;

    private WebMcpEmulator(WebMcpApi api)
        : base(api) => _api = api;

    /// <summary>Starts an emulator; dispose it to stop.</summary>
    /// <param name="options">How it runs; null for the defaults.</param>
    /// <param name="ct">Cancels the start.</param>
    /// <returns>The emulator, already listening.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<WebMcpEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken ct = default) =>
        StartAsync(new WebMcpEmulator(new WebMcpApi(options ?? new EmulatorOptions())), ct);

    /// <summary>Signs the user in once more.</summary>
    /// <returns>A new token, valid beside the others.</returns>
    public string SignIn() => Change(state =>
    {
        string token = string.Create(CultureInfo.InvariantCulture, $"{UserToken}-{state.Tokens.Count + 1}");
        state.Tokens[token] = null;
        return token;
    });

    /// <summary>Makes every token that was given out expired from now on.</summary>
    public void ExpireTokens() => RefuseTokens("TOKEN_EXPIRED");

    /// <summary>Makes every token that was given out revoked from now on.</summary>
    public void RevokeTokens() => RefuseTokens("TOKEN_REVOKED");

    /// <summary>Makes every session that was created expired from now on.</summary>
    public void ExpireSessions() => Change(state =>
    {
        foreach (ChatSession session in state.Sessions.Values)
        {
            session.IsExpired = true;
        }

        return state.Sessions.Count;
    });

    /// <summary>Makes the user accept the terms again before anything else.</summary>
    public void RequireTerms() => Change(state => state.TermsAccepted = false);

    /// <summary>Makes the user an administrator, who may refund.</summary>
    public void MakeAdmin() => Change(state => state.IsAdmin = true);

    /// <summary>Gives the user another plan.</summary>
    /// <param name="tier"><c>free</c>, <c>pro</c>, <c>harness</c> or <c>team</c>, which is the first one's.</param>
    /// <exception cref="ArgumentException">There is no such tier.</exception>
    public void SetTier(string tier) => Change(state => state.Tier = Tier.Get(tier));

    /// <summary>Sets the user's credits; 100 at first. A chat costs 1, a run 2.</summary>
    /// <param name="credits">The credits.</param>
    public void SetBalance(double credits) => Change(state => state.Balance = credits);

    /// <summary>Adds a workspace with its owner as the first member.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="role">The user's role: <c>owner</c>, <c>admin</c>, <c>member</c> or <c>viewer</c>. The first two manage members.</param>
    /// <returns>Its identifier.</returns>
    public string AddWorkspace(string name, string role) => Change(state => WorkspaceOperations.Add(state, name, role).Id);

    private void RefuseTokens(string code) => Change(state =>
    {
        foreach (string token in state.Tokens.Keys)
        {
            state.Tokens[token] = code;
        }

        return code;
    });

    private T Change<T>(Func<WebMcpState, T> change)
    {
        lock (_api.Gate)
        {
            return change(_api.State);
        }
    }
}
