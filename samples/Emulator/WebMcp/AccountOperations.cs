using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>The signed-in user, what was used, and the tools over MCP.</summary>
internal sealed class AccountOperations(WebMcpState state, RateWindow outgoing)
{
    public Reply GetMe(ServerCall call) => Reply.Json(new JsonObject
    {
        ["id"] = "user-1",
        ["email"] = "user@example.com",
        ["name"] = "Ada",
        ["tier"] = state.Tier.Name,
        ["balance"] = state.Balance,
        ["isAdmin"] = state.IsAdmin,
        ["settings"] = new JsonObject { ["language"] = "en", ["personalPrompt"] = null, ["hasApiKey"] = false },
    });

    public Reply AcceptTerms(ServerCall call)
    {
        state.TermsAccepted = true;
        return Ok();
    }

    /// <summary>The token is revoked from now on.</summary>
    public Reply Logout(ServerCall call)
    {
        state.Tokens[(call.BearerToken ?? call.Cookie(Authorization.CookieName))!] = "TOKEN_REVOKED";
        return Ok();
    }

    public Reply GetAnalytics(ServerCall call) => Reply.Json(new JsonObject
    {
        ["from"] = call.Query("from"),
        ["to"] = call.Query("to"),
        ["runs"] = state.Runs.Count,
        ["conversations"] = state.Conversations.All.Count,
    });

    public Reply ListTools(ServerCall call) => Reply.Json(new JsonObject { ["tools"] = new JsonArray([.. Tools.All([])]) });

    public Reply CallTool(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        string name = body.RequiredString("name");
        outgoing.Take();
        return Reply.Json(new JsonObject { ["result"] = Tools.Call(name) });
    }

    private static Reply Ok() => Reply.Json(new JsonObject { ["ok"] = true });
}
