using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Who may do what, before an operation is looked at.</summary>
internal sealed class Authorization(WebMcpState state, RateWindow window)
{
    public const string CookieName = "token";

    /// <summary>A signed-in user who has accepted the terms.</summary>
    public void CheckUser(ServerCall call)
    {
        CheckSignedIn(call);
        if (!state.TermsAccepted)
        {
            throw WebMcpErrors.Refused("TERMS_NOT_ACCEPTED");
        }
    }

    public void CheckSignedIn(ServerCall call) => Check(call.BearerToken ?? call.Cookie(CookieName));

    /// <summary>MCP takes no cookie.</summary>
    public void CheckBearer(ServerCall call) => Check(call.BearerToken);

    public void CheckTeam(ServerCall call)
    {
        CheckUser(call);
        if (!state.Tier.HasWorkspaces)
        {
            throw WebMcpErrors.Refused("WORKSPACE_REQUIRED");
        }
    }

    public void CheckAdmin(ServerCall call)
    {
        CheckUser(call);
        if (!state.IsAdmin)
        {
            throw WebMcpErrors.Refused("ADMIN_REQUIRED");
        }
    }

    private void Check(string? token)
    {
        window.Take();
        if (string.IsNullOrEmpty(token))
        {
            throw WebMcpErrors.Refused("UNAUTHORIZED");
        }

        if (!state.Tokens.TryGetValue(token, out string? refusal))
        {
            throw WebMcpErrors.Refused("INVALID_TOKEN");
        }

        if (refusal is not null)
        {
            throw WebMcpErrors.Refused(refusal);
        }
    }
}
