using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Plans, cards and credits. A card whose given identifier contains <c>declined</c> is declined.</summary>
internal sealed class BillingOperations(WebMcpState state, TimeProvider clock)
{
    private const double PackageCredits = 100;

    public Reply ListPlans(ServerCall call) =>
        Items.Show(Tier.All.Select(tier => new JsonObject { ["id"] = tier.Name, ["name"] = tier.Name }));

    public Reply Checkout(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        return body.Has("planId") != body.Has("creditPackage")
            ? Page("checkout")
            : throw WebMcpErrors.Invalid("one of planId and creditPackage is required");
    }

    public Reply OpenPortal(ServerCall call) => Page("portal");

    public Reply AddPaymentMethod(ServerCall call)
    {
        string given = JsonBody.Parse(call.Text, WebMcpErrors.Invalid).RequiredString("paymentMethodId");
        string brand = given.Contains("declined", StringComparison.OrdinalIgnoreCase) ? "declined" : "visa";
        return Items.Show(state.PaymentMethods.Add(new JsonObject { ["brand"] = brand, ["last4"] = "4242" }));
    }

    public Reply DeletePaymentMethod(ServerCall call)
    {
        state.PaymentMethods.Remove(call.Route("paymentMethodId"));
        return Reply.NoContent();
    }

    public Reply PurchaseCredits(ServerCall call)
    {
        string package = JsonBody.Parse(call.Text, WebMcpErrors.Invalid).RequiredString("creditPackage");
        JsonObject card = state.PaymentMethods.All.LastOrDefault() ?? throw WebMcpErrors.Refused("NO_PAYMENT_METHOD");
        if ((string?)card["brand"] == "declined")
        {
            throw WebMcpErrors.Refused("PAYMENT_FAILED");
        }

        state.Balance += PackageCredits;
        state.Transactions.Add(new JsonObject
        {
            ["type"] = "purchase",
            ["amount"] = PackageCredits,
            ["status"] = "paid",
            ["createdAt"] = Timestamps.Utc(clock.GetUtcNow()),
            ["creditPackage"] = package,
        });
        return GetBalance(call);
    }

    public Reply GetAutoTopUp(ServerCall call) => Items.Show(state.AutoTopUp);

    public Reply UpdateAutoTopUp(ServerCall call)
    {
        JsonBody body = JsonBody.Parse(call.Text, WebMcpErrors.Invalid);
        body.CheckBoolean("enabled");
        foreach (string name in (string[])["enabled", "threshold", "amount", "monthlyLimit"])
        {
            state.AutoTopUp[name] = body.Members[name]?.DeepClone() ?? state.AutoTopUp[name]?.DeepClone();
        }

        return Items.Show(state.AutoTopUp);
    }

    public Reply Refund(ServerCall call)
    {
        JsonObject transaction = state.Transactions.Get(call.Route("transactionId"));
        transaction["status"] = "refunded";
        return Items.Show(transaction);
    }

    public Reply GetBalance(ServerCall call) => Reply.Json(new JsonObject { ["balance"] = state.Balance });

    public Reply GetBreakdown(ServerCall call) => Reply.Json(new JsonObject { ["plan"] = 0, ["purchased"] = state.Balance });

    private static Reply Page(string name) => Reply.Json(new JsonObject { ["url"] = $"https://billing.invalid/{name}" });
}
