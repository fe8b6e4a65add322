using System.Net;
using System.Text.Json.Nodes;
using Dragoman.EndToEnd.Tests.SeedCodes;
using Dragoman.Samples.Emulator;

namespace Dragoman.EndToEnd.Tests.Emulator;

/// <summary>WebMCP Master, asked with a plain HttpClient.</summary>
public class WebMcpTests
{
    private const string Agent = """{"name":"Clerk","systemPrompt":"Look up hours."}""";

    [Fact]
    public async Task EveryCodeOfTheReferenceComesOnDemandWithItsStatus()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        IReadOnlyList<SeedCode> codes = SeedCode.Of("webmcp");

        foreach (SeedCode seed in codes)
        {
            session.Emulator.Fail("listPlans", seed.Code!);
            Assert.Equal((seed.Code, seed.Status!.Value), await session.RefusalAsync("GET", "/billing/plans"));
        }

        Assert.Equal(40, codes.Count);
    }

    [Fact]
    public async Task ATokenComesByCookieOrHeaderAndRunsOut()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        session.Http.DefaultRequestHeaders.Authorization = null;

        (string?, int) nobody = await session.RefusalAsync("GET", "/auth/me/full");
        session.Http.DefaultRequestHeaders.Add("Cookie", $"token={WebMcpEmulator.UserToken}");
        JsonNode me = await session.OkAsync("GET", "/auth/me/full");
        session.Emulator.ExpireTokens();
        (string?, int) expired = await session.RefusalAsync("GET", "/auth/me/full");
        session.Http.DefaultRequestHeaders.Remove("Cookie");
        session.Http.DefaultRequestHeaders.Add("Cookie", $"token={session.Emulator.SignIn()}");
        await session.OkAsync("POST", "/auth/logout");
        (string?, int) revoked = await session.RefusalAsync("GET", "/auth/me/full");

        Assert.Equal("user-1", (string?)me["id"]);
        Assert.Equal([("UNAUTHORIZED", 401), ("TOKEN_EXPIRED", 401), ("TOKEN_REVOKED", 401)], new[] { nobody, expired, revoked });
    }

    [Fact]
    public async Task TheTermsComeFirst()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        session.Emulator.RequireTerms();

        Assert.Equal(("TERMS_NOT_ACCEPTED", 403), await session.RefusalAsync("GET", "/agents"));
        await session.OkAsync("POST", "/auth/accept-terms");
        await session.OkAsync("GET", "/agents");
    }

    [Fact]
    public async Task AChatUsesToolsAndCredits()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string token = (string)(await session.OkAsync("POST", "/sessions", """{"modelId":"m","siteWhitelist":["museum.example"]}"""))["token"]!;

        List<(string Type, JsonNode Data)> events = await session.ChatAsync(token, "Use a tool, make an artifact");
        session.Emulator.Fail("chat", new Fault { Code = "MODEL_ERROR", AfterEvents = 1 });
        List<(string Type, JsonNode Data)> failed = await session.ChatAsync(token, "Again");

        Assert.Equal(["text", "tool_use", "tool_result", "artifact", "done"], events.Select(item => item.Type).Distinct());
        Assert.Equal("You said: Use a tool, make an artifact", string.Concat(events.Where(e => e.Type == "text").Select(e => (string?)e.Data["text"])));
        Assert.Equal(98, (int?)(await session.OkAsync("GET", "/credits/balance"))["balance"]);
        Assert.Equal(["text", "error"], failed.Select(item => item.Type));
        Assert.Equal(["message", "code"], failed[1].Data.AsObject().Select(member => member.Key));
    }

    [Fact]
    public async Task ASessionIsUnknownOrExpired()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string token = (string)(await session.OkAsync("POST", "/sessions", "{}"))["token"]!;
        string chat = $$"""{"sessionToken":"{{token}}","message":"Hello"}""";

        session.Emulator.ExpireSessions();

        Assert.Equal(("SESSION_NOT_FOUND", 404), await session.RefusalAsync("GET", "/sessions/none"));
        Assert.Equal(("SESSION_EXPIRED", 410), await session.RefusalAsync("GET", $"/sessions/{token}/tools"));
        Assert.Equal(("SESSION_EXPIRED", 410), await session.RefusalAsync("POST", "/chat", chat));
        Assert.Equal(("INVALID_SESSION", 400), await session.RefusalAsync("POST", "/chat", """{"sessionToken":"none","message":"Hello"}"""));
    }

    [Theory]
    [InlineData("""{"siteUrl":"museum.example","token":"t"}""", "INVALID_URL", 400)]
    [InlineData("""{"siteUrl":"https://no-manifest.example","token":"t"}""", "MANIFEST_NOT_FOUND", 404)]
    [InlineData("""{"siteUrl":"https://bad-manifest.example","token":"t"}""", "MANIFEST_INVALID", 422)]
    [InlineData("""{"siteUrl":"https://one.example","token":"t"}""", "TOKEN_EXISTS", 409)]
    [InlineData("""{"siteUrl":"https://four.example","token":"t"}""", "VAULT_LIMIT_REACHED", 403)]
    [InlineData("""{"siteUrl":"https://four.example"}""", "VALIDATION_ERROR", 400)]
    public async Task TheVaultOfAFreeUserTakesThreeSites(string body, string code, int status)
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        session.Emulator.SetTier("free");
        foreach (string site in (string[])["one", "two", "three"])
        {
            await session.OkAsync("POST", "/vault", $$"""{"siteUrl":"https://{{site}}.example","token":"t"}""");
        }

        Assert.Equal((code, status), await session.RefusalAsync("POST", "/vault", body));
        Assert.Equal(HttpStatusCode.NoContent, (await session.SendAsync("DELETE", "/vault/vault-1")).Status);
    }

    [Fact]
    public async Task WhatCostsMoneyNeedsACardAndWhatUsesCreditsNeedsThem()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string agent = (string)(await session.OkAsync("POST", "/agents", Agent))["id"]!;
        session.Emulator.SetBalance(1);

        Assert.Equal(("NO_CREDITS", 402), await session.RefusalAsync("POST", $"/agents/{agent}/run"));
        Assert.Equal(101, (int?)(await session.OkAsync("POST", "/billing/purchase-credits", """{"creditPackage":"small"}"""))["balance"]);
        await session.SendAsync("DELETE", "/billing/payment-methods/card-1");
        Assert.Equal(("NO_PAYMENT_METHOD", 402), await session.RefusalAsync("POST", "/billing/purchase-credits", """{"creditPackage":"small"}"""));
        await session.OkAsync("POST", "/billing/payment-methods", """{"paymentMethodId":"pm_declined"}""");
        Assert.Equal(("PAYMENT_FAILED", 402), await session.RefusalAsync("POST", "/billing/purchase-credits", """{"creditPackage":"small"}"""));
        Assert.Equal(("ADMIN_REQUIRED", 403), await session.RefusalAsync("POST", "/billing/transactions/transaction-1/refund"));
        session.Emulator.MakeAdmin();
        Assert.Equal("refunded", (string?)(await session.OkAsync("POST", "/billing/transactions/transaction-1/refund"))["status"]);
    }

    [Fact]
    public async Task OnlyManagersChangeMembersAndNobodyTheOwner()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        string mine = session.Emulator.AddWorkspace("Mine", "owner");
        string theirs = session.Emulator.AddWorkspace("Theirs", "viewer");
        const string Invite = """{"email":"b@example.com","role":"member"}""";

        string member = (string)(await session.OkAsync("POST", $"/workspaces/{mine}/members", Invite))["id"]!;

        Assert.Equal("admin", (string?)(await session.OkAsync("PATCH", $"/workspaces/{mine}/members/{member}", """{"role":"admin"}"""))["role"]);
        Assert.Equal(("ROLE_CHANGE_FORBIDDEN", 403), await session.RefusalAsync("PATCH", $"/workspaces/{mine}/members/{mine}-member-1", """{"role":"admin"}"""));
        Assert.Equal(("MEMBER_NOT_FOUND", 404), await session.RefusalAsync("DELETE", $"/workspaces/{mine}/members/none"));
        Assert.Equal(("PERMISSION_DENIED", 403), await session.RefusalAsync("POST", $"/workspaces/{theirs}/members", Invite));
        Assert.Equal(("WORKSPACE_NOT_FOUND", 404), await session.RefusalAsync("GET", "/workspaces/none"));
        session.Emulator.SetTier("pro");
        Assert.Equal(("WORKSPACE_REQUIRED", 403), await session.RefusalAsync("GET", "/workspaces"));
    }

    [Fact]
    public async Task ToolsOfASiteAreCalledTenTimesAMinute()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();
        Assert.Equal(("TOOL_EXECUTION_ERROR", 502), await session.RefusalAsync("POST", "/mcp/tools/call", """{"name":"broken_tool"}"""));
        for (int i = 0; i < 9; i++)
        {
            await session.OkAsync("POST", "/mcp/tools/call", """{"name":"opening_hours","arguments":{}}""");
        }

        Assert.Equal(("OUTGOING_RATE_LIMITED", 429), await session.RefusalAsync("POST", "/mcp/tools/call", """{"name":"opening_hours"}"""));
        session.Clock.Advance(TimeSpan.FromMinutes(1));
        await session.OkAsync("POST", "/mcp/tools/call", """{"name":"opening_hours"}""");
    }

    [Fact]
    public async Task EveryAnswerCountsTheWindowDown()
    {
        await using WebMcpSession session = await WebMcpSession.StartAsync();

        using HttpResponseMessage first = await session.Http.GetAsync("/agents");
        for (int i = 0; i < 499; i++)
        {
            await session.OkAsync("GET", "/agents");
        }

        session.Clock.Advance(TimeSpan.FromMinutes(5));
        using HttpResponseMessage last = await session.Http.GetAsync("/agents");

        Assert.Equal("500", first.Headers.GetValues("X-RateLimit-Limit").Single());
        Assert.Equal("499", first.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal(HttpStatusCode.TooManyRequests, last.StatusCode);
        Assert.Equal("0", last.Headers.GetValues("X-RateLimit-Remaining").Single());
        Assert.Equal("600", last.Headers.GetValues("Retry-After").Single());
    }
}
