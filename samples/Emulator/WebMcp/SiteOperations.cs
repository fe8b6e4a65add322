using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>
/// The vault, the groups of sites, and the directory. No site is asked: one whose host begins with <c>no-manifest</c>
/// has none, and one whose host begins with <c>bad-manifest</c> has a wrong one.
/// </summary>
internal sealed class SiteOperations(WebMcpState state, TimeProvider clock)
{
    public Reply AddToken(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        body.RequiredString("token");
        string domain = Site(body.RequiredString("siteUrl"));
        if (state.Vault.All.Any(entry => (string?)entry["domain"] == domain))
        {
            throw WebMcpErrors.Refused("TOKEN_EXISTS");
        }

        if (state.Vault.All.Count >= state.Tier.VaultSites)
        {
            throw WebMcpErrors.Refused("VAULT_LIMIT_REACHED");
        }

        return Items.Show(state.Vault.Add(new JsonObject
        {
            ["domain"] = domain,
            ["platform"] = body.OptionalString("platform"),
            ["status"] = "active",
            ["lastUsed"] = null,
            ["createdAt"] = Timestamps.Utc(clock.GetUtcNow()),
        }));
    }

    public Reply UpdateToken(ServerCall call)
    {
        JsonBody.Parse(call.Text, WebMcpErrors.Invalid).RequiredString("token");
        return Items.Show(state.Vault.Get(call.Route("entryId")));
    }

    public Reply DeleteToken(ServerCall call)
    {
        state.Vault.Remove(call.Route("entryId"));
        return Reply.NoContent();
    }

    public Reply CreateGroup(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        JsonArray sites = new([.. body.Strings("sites").Select(site => JsonValue.Create(site))]);
        return Items.Show(state.Groups.Add(new JsonObject { ["name"] = body.RequiredString("name"), ["sites"] = sites }));
    }

    public Reply UpdateGroup(ServerCall call) =>
        state.Groups.Update(call.Route("groupId"), JsonBody.Parse(call.Text, WebMcpErrors.Invalid), "name", "sites");

    public Reply DeleteGroup(ServerCall call)
    {
        state.Groups.Remove(call.Route("groupId"));
        return Reply.NoContent();
    }

    public Reply AddSite(ServerCall call)
    {
        string domain = Site(JsonBody.Parse(call.Text, WebMcpErrors.Invalid).RequiredString("siteUrl"));
        return Items.Show(state.Directory.Add(new JsonObject { ["domain"] = domain, ["name"] = domain, ["description"] = null }));
    }

    private static string Site(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https"))
        {
            throw WebMcpErrors.Refused("INVALID_URL");
        }

        return url.Host switch
        {
            var host when host.StartsWith("no-manifest", StringComparison.Ordinal) => throw WebMcpErrors.Refused("MANIFEST_NOT_FOUND"),
            var host when host.StartsWith("bad-manifest", StringComparison.Ordinal) => throw WebMcpErrors.Refused("MANIFEST_INVALID"),
            var host => host,
        };
    }
}
