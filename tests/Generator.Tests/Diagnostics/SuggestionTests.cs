using Dragoman.Generator.Diagnostics;

namespace Dragoman.Generator.Tests.Diagnostics;

public sealed class SuggestionTests
{
    [Theory]
    [InlineData("AGENT_MISING")]
    [InlineData("agent_missing")]
    [InlineData("AGNET_MISSING")]
    [InlineData("AGENTMISSING")]
    public void The_nearest_name_is_suggested(string name) =>
        Assert.Equal(" Did you mean 'AGENT_MISSING'?", Suggestion.For(name, ["UNAUTHORIZED", "AGENT_MISSING", "AGENT_PROCESSING"]));

    [Theory]
    [InlineData("PAYMENT_REQUIRED")]
    [InlineData("")]
    [InlineData("xyz")]
    public void A_name_unlike_all_is_not_guessed_at(string name) =>
        Assert.Equal("", Suggestion.For(name, ["UNAUTHORIZED", "AGENT_MISSING"]));

    /// <summary>Three letters may differ in one; four of nine would be more than a third.</summary>
    [Theory]
    [InlineData("gat", " Did you mean 'get'?")]
    [InlineData("gap", "")]
    [InlineData("waitabcde", "")]
    public void A_third_of_the_letters_may_differ(string name, string expected) =>
        Assert.Equal(expected, Suggestion.For(name, ["get", "waitefghi"]));

    [Fact]
    public void Of_two_equally_near_names_the_first_in_ordinal_order_is_suggested() =>
        Assert.Equal(" Did you mean 'cap'?", Suggestion.For("caq", ["cat", "cap", "car"]));

    [Fact]
    public void Without_candidates_there_is_no_suggestion() => Assert.Equal("", Suggestion.For("x", []));
}
