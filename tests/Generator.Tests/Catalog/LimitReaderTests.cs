using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class LimitReaderTests
{
    [Fact]
    public void A_limit_has_all_its_members()
    {
        LimitEntry limit = Assert.Single(CatalogReading.Good("limits: { chat: { permits: 30, window: 1m, scope: address, operations: [sendMessage, streamMessage, sendMessage] } }").Limits);

        Assert.Equal(("chat", 30, TimeSpan.FromMinutes(1), LimitScope.Address), (limit.Name, limit.Permits, limit.Window, limit.Scope));
        Assert.Equal(["sendMessage", "streamMessage"], limit.Operations.Select(operation => operation.Text));
    }

    [Theory]
    [InlineData("", "Credential")]
    [InlineData(", scope: credential", "Credential")]
    [InlineData(", scope: account", "Account")]
    public void A_limit_is_by_credential_and_for_all(string scope, string expected)
    {
        LimitEntry limit = Assert.Single(CatalogReading.Good($"limits: {{ a: {{ permits: 1, window: 1h{scope} }} }}").Limits);

        Assert.Equal(expected, limit.Scope.ToString());
        Assert.Empty(limit.Operations);
    }

    /// <summary>The limit starts in column 14.</summary>
    [Theory]
    [InlineData("[]", "DRG3001 2:14")]
    [InlineData("{ permits: 1, window: 1m, per: user }", "DRG3002 2:40")]
    [InlineData("{ window: 1m }", "DRG3003 2:14")]
    [InlineData("{ permits: 1 }", "DRG3003 2:14")]
    [InlineData("{ permits: 0, window: 1m }", "DRG3007 2:25")]
    [InlineData("{ permits: 100001, window: 1m }", "DRG3007 2:25")]
    [InlineData("{ permits: many, window: 1m }", "DRG3001 2:25")]
    [InlineData("{ permits: 1, window: 61m }", "DRG3007 2:36")]
    [InlineData("{ permits: 1, window: 60 }", "DRG3001 2:36")]
    [InlineData("{ permits: 1, window: 1m, scope: user }", "DRG3001 2:47")]
    [InlineData("{ permits: 1, window: 1m, operations: [] }", "DRG3001 2:52")]
    public void A_bad_limit_is_shown_where_it_is(string limit, string problem) =>
        Assert.Equal([problem], CatalogReading.OfBody($"limits: {{ a: {limit} }}").Problems);

    [Theory]
    [InlineData("{ window: 1m }")]
    [InlineData("{ permits: 1, window: 1m, operations: [] }")]
    public void A_limit_that_is_not_whole_is_left_out(string limit) =>
        Assert.Empty(CatalogReading.OfBody($"limits: {{ a: {limit} }}").Catalog!.Limits);
}
