using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>All operations of the API.</summary>
internal static class OperationTable
{
    public static IReadOnlyList<Operation> Of(WebMcpState state, EmulatorOptions options, RateWindow window, RateWindow outgoing)
    {
        TimeProvider clock = options.TimeProvider;
        var check = new Authorization(state, window);
        var account = new AccountOperations(state, outgoing);
        var sessions = new SessionOperations(state, clock);
        var conversations = new ConversationOperations(state, clock);
        var sites = new SiteOperations(state, clock);
        var agents = new AgentOperations(state);
        var runs = new RunOperations(state, options);
        var billing = new BillingOperations(state, clock);
        var workspaces = new WorkspaceOperations(state);

        Operation Map(string id, string method, string path, Func<ServerCall, Reply> serve) =>
            new(id, method, path, serve) { Authorize = check.CheckUser };
        Operation Team(string id, string method, string path, Func<ServerCall, Reply> serve) =>
            new(id, method, path, serve) { Authorize = check.CheckTeam };

        return
        [
            Map("getMe", "GET", "/auth/me/full", account.GetMe) with { Authorize = check.CheckSignedIn },
            Map("acceptTerms", "POST", "/auth/accept-terms", account.AcceptTerms) with { Authorize = check.CheckSignedIn },
            Map("logout", "POST", "/auth/logout", account.Logout) with { Authorize = check.CheckSignedIn },

            Map("createSession", "POST", "/sessions", sessions.Create),
            Map("getSession", "GET", "/sessions/{token}", sessions.Get),
            Map("getSessionTools", "GET", "/sessions/{token}/tools", sessions.GetTools),
            Map("updateSessionTools", "PATCH", "/sessions/{token}/tools", sessions.UpdateTools),
            Map("chat", "POST", "/chat", sessions.Chat),

            Map("listConversations", "GET", "/conversations", _ => state.Conversations.List()),
            Map("createConversation", "POST", "/conversations", conversations.Create),
            Map("updateConversation", "PATCH", "/conversations/{conversationId}", conversations.Update),
            Map("deleteConversation", "DELETE", "/conversations/{conversationId}", conversations.Delete),
            Map("createConversationGroup", "POST", "/conversations/groups", conversations.CreateGroup),
            Map("updateConversationGroup", "PATCH", "/conversations/groups/{groupId}", conversations.UpdateGroup),
            Map("deleteConversationGroup", "DELETE", "/conversations/groups/{groupId}", conversations.DeleteGroup),

            Map("listVault", "GET", "/vault", _ => state.Vault.List()),
            Map("addVaultToken", "POST", "/vault", sites.AddToken),
            Map("updateVaultToken", "PATCH", "/vault/{entryId}", sites.UpdateToken),
            Map("deleteVaultToken", "DELETE", "/vault/{entryId}", sites.DeleteToken),
            Map("listGroups", "GET", "/groups", _ => state.Groups.List()),
            Map("createGroup", "POST", "/groups", sites.CreateGroup),
            Map("updateGroup", "PATCH", "/groups/{groupId}", sites.UpdateGroup),
            Map("deleteGroup", "DELETE", "/groups/{groupId}", sites.DeleteGroup),
            Map("listDirectory", "GET", "/directory", _ => state.Directory.List()),
            Map("addDirectorySite", "POST", "/directory/sites", sites.AddSite),

            Map("listAgents", "GET", "/agents", _ => state.Agents.List()),
            Map("createAgent", "POST", "/agents", agents.Create),
            Map("getAgent", "GET", "/agents/{agentId}", agents.Get),
            Map("updateAgent", "PATCH", "/agents/{agentId}", agents.Update),
            Map("deleteAgent", "DELETE", "/agents/{agentId}", agents.Delete),
            Map("runAgent", "POST", "/agents/{agentId}/run", runs.Start),
            Map("listRuns", "GET", "/runs", runs.List),
            Map("getRun", "GET", "/runs/{runId}", runs.Get),
            Map("cancelRun", "POST", "/runs/{runId}/cancel", runs.Cancel),
            new("triggerAgent", "POST", "/webhooks/agent/{agentId}", runs.Trigger),

            Map("listPlans", "GET", "/billing/plans", billing.ListPlans),
            Map("checkout", "POST", "/billing/checkout", billing.Checkout),
            Map("openBillingPortal", "POST", "/billing/portal", billing.OpenPortal),
            Map("listPaymentMethods", "GET", "/billing/payment-methods", _ => state.PaymentMethods.List()),
            Map("addPaymentMethod", "POST", "/billing/payment-methods", billing.AddPaymentMethod),
            Map("deletePaymentMethod", "DELETE", "/billing/payment-methods/{paymentMethodId}", billing.DeletePaymentMethod),
            Map("purchaseCredits", "POST", "/billing/purchase-credits", billing.PurchaseCredits),
            Map("getAutoTopUp", "GET", "/billing/auto-topup", billing.GetAutoTopUp),
            Map("updateAutoTopUp", "PATCH", "/billing/auto-topup", billing.UpdateAutoTopUp),
            Map("listTransactions", "GET", "/billing/transactions", _ => state.Transactions.List()),
            Map("refundTransaction", "POST", "/billing/transactions/{transactionId}/refund", billing.Refund) with { Authorize = check.CheckAdmin },
            Map("getCreditBalance", "GET", "/credits/balance", billing.GetBalance),
            Map("getCreditBreakdown", "GET", "/credits/breakdown", billing.GetBreakdown),
            Map("getAnalytics", "GET", "/analytics", account.GetAnalytics),

            Map("listMcpTools", "POST", "/mcp/tools/list", account.ListTools) with { Authorize = check.CheckBearer },
            Map("callMcpTool", "POST", "/mcp/tools/call", account.CallTool) with { Authorize = check.CheckBearer },

            Team("listWorkspaces", "GET", "/workspaces", workspaces.List),
            Team("createWorkspace", "POST", "/workspaces", workspaces.Create),
            Team("getWorkspace", "GET", "/workspaces/{workspaceId}", workspaces.Get),
            Team("listMembers", "GET", "/workspaces/{workspaceId}/members", workspaces.ListMembers),
            Team("addMember", "POST", "/workspaces/{workspaceId}/members", workspaces.AddMember),
            Team("updateMember", "PATCH", "/workspaces/{workspaceId}/members/{memberId}", workspaces.UpdateMember),
            Team("removeMember", "DELETE", "/workspaces/{workspaceId}/members/{memberId}", workspaces.RemoveMember),
        ];
    }
}
