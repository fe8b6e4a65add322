using Dragoman.Generator.Lowering;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class EnglishTests
{
    [Theory]
    [InlineData("agents", "agent")]
    [InlineData("Voices", "Voice")]
    [InlineData("AGENTS", "AGENT")]
    [InlineData("categories", "category")]
    [InlineData("addresses", "address")]
    [InlineData("batches", "batch")]
    [InlineData("boxes", "box")]
    [InlineData("wishes", "wish")]
    [InlineData("responses", "response")]
    [InlineData("databases", "database")]
    [InlineData("houses", "house")]
    [InlineData("causes", "cause")]
    [InlineData("uses", "use")]
    [InlineData("statuses", "status")]
    [InlineData("days", "day")]
    [InlineData("ids", "id")]
    [InlineData("ties", "tie")]
    public void A_plural_by_rule_has_a_singular(string plural, string singular) => Assert.Equal(singular, English.Singular(plural));

    [Theory]
    [InlineData("agent")]
    [InlineData("status")]
    [InlineData("address")]
    [InlineData("analysis")]
    [InlineData("data")]
    [InlineData("people")]
    [InlineData("us")]
    [InlineData("s")]
    [InlineData("")]
    public void Any_other_word_stays(string word) => Assert.Equal(word, English.Singular(word));
}
