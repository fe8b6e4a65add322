using System.Text.Json.Nodes;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>What the service remembers of its one user. Whoever uses it holds the gate of the API.</summary>
internal sealed class WebMcpState
{
    private const double FirstBalance = 100;

    public WebMcpState() => Clear();

    public Dictionary<string, string?> Tokens { get; } = [];

    public bool TermsAccepted { get; set; }

    public bool IsAdmin { get; set; }

    public Tier Tier { get; set; } = Tier.Get("team");

    public double Balance { get; set; }

    public JsonObject AutoTopUp { get; private set; } = [];

    public Dictionary<string, ChatSession> Sessions { get; } = [];

    public Items Conversations { get; } = new("conversation");

    public Items ConversationGroups { get; } = new("conversation-group");

    public Items Vault { get; } = new("vault");

    public Items Groups { get; } = new("group");

    public Items Agents { get; } = new("agent", "AGENT_NOT_FOUND");

    public List<Run> Runs { get; } = [];

    public Items PaymentMethods { get; } = new("card");

    public Items Transactions { get; } = new("transaction");

    public Items Directory { get; } = new("site");

    public List<Workspace> Workspaces { get; } = [];

    /// <summary>Takes credits for a use.</summary>
    /// <exception cref="Hosting.RefusedException">There are not enough.</exception>
    public void Charge(double credits)
    {
        if (Balance < credits)
        {
            throw WebMcpErrors.Refused("NO_CREDITS");
        }

        Balance -= credits;
    }

    public void Clear()
    {
        Tokens.Clear();
        Tokens[WebMcpEmulator.UserToken] = null;
        TermsAccepted = true;
        IsAdmin = false;
        Tier = Tier.Get("team");
        Balance = FirstBalance;
        AutoTopUp = new JsonObject { ["enabled"] = false, ["threshold"] = 10, ["amount"] = 50, ["monthlyLimit"] = 200 };
        Sessions.Clear();
        Runs.Clear();
        Workspaces.Clear();
        foreach (Items items in (Items[])[Conversations, ConversationGroups, Vault, Groups, Agents, PaymentMethods, Transactions, Directory])
        {
            items.Clear();
        }

        PaymentMethods.Add(new JsonObject { ["brand"] = "visa", ["last4"] = "4242" });
        Directory.Add(new JsonObject { ["domain"] = "museum.example", ["name"] = "Museum", ["description"] = null });
    }
}
