using System.Text.Json;
using Dragoman.Samples.Emulator;
using WebMcp;

namespace Dragoman.EndToEnd.Tests.Services;

/// <summary>The test contract of WebMCP Master. The client signs in with a cookie, which cannot be renewed.</summary>
internal sealed class WebMcpService : Service<WebMcpClient, WebMcpClientOptions>
{
    // What the emulator calls the first session that is created.
    private const string Session = "session-1";

    private const string Site = "https://shop.example";

    private static readonly Dictionary<string, JsonElement> s_nothing = [];

    public override string Folder => "webmcp";

    public override Type Exception => typeof(WebMcpException);

    public override IReadOnlyList<string> Message => ["error"];

    protected override IReadOnlyDictionary<string, Func<WebMcpClient, Task>> Calls { get; } = new Dictionary<string, Func<WebMcpClient, Task>>
    {
        ["getMe"] = client => client.Account.GetMeAsync(),
        ["acceptTerms"] = client => client.Account.AcceptTermsAsync(),
        ["logout"] = client => client.Account.LogoutAsync(),
        ["createSession"] = client => client.Sessions.CreateAsync(new()),
        ["getSession"] = client => client.Sessions.GetAsync(Session),
        ["getSessionTools"] = client => client.Sessions.GetToolsAsync(Session),
        ["updateSessionTools"] = client => client.Sessions.UpdateToolsAsync(Session, new() { ToolDenyList = ["buy"] }),
        ["chat"] = async client =>
        {
            await foreach (ChatEvent _ in client.Chat.ChatAsync(new() { SessionToken = Session, Message = "What is on offer?" }))
            {
            }
        },
        ["listConversations"] = client => client.Conversations.ListAsync(),
        ["createConversation"] = client => client.Conversations.CreateAsync(new() { Title = "Offers" }),
        ["updateConversation"] = client => client.Conversations.UpdateAsync("C1", new() { Title = "Offers" }),
        ["deleteConversation"] = client => client.Conversations.DeleteAsync("C1"),
        ["createConversationGroup"] = client => client.Conversations.CreateGroupAsync(new() { Name = "Shops" }),
        ["updateConversationGroup"] = client => client.Conversations.UpdateGroupAsync("G1", new() { Name = "Shops" }),
        ["deleteConversationGroup"] = client => client.Conversations.DeleteGroupAsync("G1"),
        ["listVault"] = client => client.Vault.ListAsync(),
        ["addVaultToken"] = client => client.Vault.AddTokenAsync(new() { SiteUrl = Site, Token = "site-token" }),
        ["updateVaultToken"] = client => client.Vault.UpdateTokenAsync("V1", new() { Token = "site-token" }),
        ["deleteVaultToken"] = client => client.Vault.DeleteTokenAsync("V1"),
        ["listGroups"] = client => client.Groups.ListAsync(),
        ["createGroup"] = client => client.Groups.CreateAsync(new() { Name = "Shops", Sites = [Site] }),
        ["updateGroup"] = client => client.Groups.UpdateAsync("G1", new() { Sites = [Site] }),
        ["deleteGroup"] = client => client.Groups.DeleteAsync("G1"),
        ["listAgents"] = client => client.Agents.ListAsync(),
        ["createAgent"] = client => client.Agents.CreateAsync(new() { Name = "Buyer", SystemPrompt = "You are thrifty." }),
        ["getAgent"] = client => client.Agents.GetAsync("A1"),
        ["updateAgent"] = client => client.Agents.UpdateAsync("A1", new() { MaxRounds = 3 }),
        ["deleteAgent"] = client => client.Agents.DeleteAsync("A1"),
        ["runAgent"] = client => client.Agents.RunAsync("A1"),
        ["listRuns"] = client => client.Runs.ListAsync(),
        ["getRun"] = client => client.Runs.GetAsync("R1"),
        ["cancelRun"] = client => client.Runs.CancelAsync("R1"),
        ["listPlans"] = client => client.Billing.ListPlansAsync(),
        ["checkout"] = client => client.Billing.CheckoutAsync(new() { PlanId = "pro" }),
        ["openBillingPortal"] = client => client.Billing.OpenPortalAsync(),
        ["listPaymentMethods"] = client => client.Billing.ListPaymentMethodsAsync(),
        ["addPaymentMethod"] = client => client.Billing.AddPaymentMethodAsync(new() { PaymentMethodId = "pm-1" }),
        ["deletePaymentMethod"] = client => client.Billing.DeletePaymentMethodAsync("pm-1"),
        ["purchaseCredits"] = client => client.Billing.PurchaseCreditsAsync(new() { CreditPackage = "small" }),
        ["getAutoTopUp"] = client => client.Billing.GetAutoTopUpAsync(),
        ["updateAutoTopUp"] = client => client.Billing.UpdateAutoTopUpAsync(new() { Enabled = true }),
        ["listTransactions"] = client => client.Billing.ListTransactionsAsync(),
        ["refundTransaction"] = client => client.Billing.RefundTransactionAsync("T1"),
        ["getCreditBalance"] = client => client.Credits.GetBalanceAsync(),
        ["getCreditBreakdown"] = client => client.Credits.GetBreakdownAsync(),
        ["getAnalytics"] = client => client.Analytics.GetAsync(),
        ["listDirectory"] = client => client.Directory.ListAsync(),
        ["addDirectorySite"] = client => client.Directory.AddSiteAsync(new() { SiteUrl = Site }),
        ["listMcpTools"] = client => client.Mcp.ListToolsAsync(),
        ["callMcpTool"] = client => client.Mcp.CallToolAsync(new() { Name = "opening_hours" }),
        ["triggerAgent"] = client => client.Webhooks.TriggerAgentAsync("A1", WebMcpEmulator.WebhookSecret, s_nothing),
        ["listWorkspaces"] = client => client.Workspaces.ListAsync(),
        ["createWorkspace"] = client => client.Workspaces.CreateAsync(new() { Name = "Shops" }),
        ["getWorkspace"] = client => client.Workspaces.GetAsync("W1"),
        ["listMembers"] = client => client.Workspaces.ListMembersAsync("W1"),
        ["addMember"] = client => client.Workspaces.AddMemberAsync("W1", new() { Email = "ada@example.org", Role = WorkspaceRole.Viewer }),
        ["updateMember"] = client => client.Workspaces.UpdateMemberAsync("W1", "M1", new() { Role = WorkspaceRole.Viewer }),
        ["removeMember"] = client => client.Workspaces.RemoveMemberAsync("W1", "M1"),
    };

    public override Task PrepareAsync(ServiceSession session) => session.CallAsync("createSession");

    protected override async Task<ServiceEmulator> StartEmulatorAsync(CancellationToken ct)
    {
        WebMcpEmulator emulator = await WebMcpEmulator.StartAsync(new EmulatorOptions { StepDuration = TimeSpan.Zero }, ct);
        emulator.MakeAdmin();
        return emulator;
    }

    protected override WebMcpClientOptions CreateOptions() => new()
    {
        SessionCookie = WebMcpEmulator.UserToken,
        AccessToken = WebMcpEmulator.UserToken,
    };

    protected override WebMcpClient CreateClient(WebMcpClientOptions options) => new(options);
}
