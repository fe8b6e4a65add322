using Dragoman.Generator.Lowering;

namespace Dragoman.Generator.Tests.Lowering;

public sealed class IdentifierTests
{
    [Theory]
    [InlineData("agent", "Agent")]
    [InlineData("agent_id", "AgentId")]
    [InlineData("agent-id", "AgentId")]
    [InlineData("agent.id", "AgentId")]
    [InlineData("agentId", "AgentId")]
    [InlineData("AgentID", "AgentId")]
    [InlineData("AGENT_NOT_FOUND", "AgentNotFound")]
    [InlineData("modelURL", "ModelUrl")]
    [InlineData("userIDs", "UserIds")]
    [InlineData("URLsById", "UrlsById")]
    [InlineData("HTTPServer", "HttpServer")]
    [InlineData("NSsl", "NSsl")]
    [InlineData("getHTTPResponseCode", "GetHttpResponseCode")]
    [InlineData("OAuth2Token", "OAuth2Token")]
    [InlineData("SHA256", "Sha256")]
    [InlineData("ipv4Address", "Ipv4Address")]
    [InlineData("X-Request-ID", "XRequestId")]
    [InlineData("a b\tc", "ABC")]
    [InlineData("__proto__", "Proto")]
    [InlineData("$type", "Type")]
    [InlineData("@id", "Id")]
    [InlineData("../../x", "X")]
    [InlineData("A<B>", "AB")]
    [InlineData("global::System", "GlobalSystem")]
    public void Words_are_joined_in_pascal_case(string text, string name) => Assert.Equal(name, Identifier.Pascal(text));

    [Theory]
    [InlineData("ItemTax", "TaxParam", "ItemTaxParam")]
    [InlineData("LineItemTax", "ItemTaxParam", "LineItemTaxParam")]
    [InlineData("ItemTax", "Tax", "ItemTaxTax")]
    [InlineData("ItemSyntax", "TaxParam", "ItemSyntaxTaxParam")]
    [InlineData("ItemTax", "Taxes", "ItemTaxTaxes")]
    [InlineData("ItemTax", "Param", "ItemTaxParam")]
    [InlineData("A", "AB", "AB")]
    public void Words_that_would_be_repeated_are_appended_once(string prefix, string name, string whole) => Assert.Equal(whole, Identifier.Append(prefix, name));

    [Theory]
    [InlineData("agent_id", "agentId")]
    [InlineData("AgentID", "agentId")]
    [InlineData("URL", "url")]
    [InlineData("X-Request-ID", "xRequestId")]
    [InlineData("class", "class")]
    [InlineData("123", "_123")]
    public void Camel_case_begins_small(string text, string name) => Assert.Equal(name, Identifier.Camel(text));

    /// <summary>A name cannot start with a digit (C# standard, 6.4.3), and numbers that would run together stay apart.</summary>
    [Theory]
    [InlineData("3D", "_3D")]
    [InlineData("16:9", "_16_9")]
    [InlineData("1.10", "_1_10")]
    [InlineData("11.0", "_11_0")]
    [InlineData("gpt-4.1", "Gpt4_1")]
    [InlineData("v2", "V2")]
    [InlineData("2fa_code", "_2faCode")]
    public void Digits_stay_what_they_are(string text, string name) => Assert.Equal(name, Identifier.Pascal(text));

    [Theory]
    [InlineData("café", "Cafe")]
    [InlineData("cafe\u0301", "Cafe")]
    [InlineData("naïve_Maß", "NaiveMaU00df")]
    [InlineData("名前", "U540dU524d")]
    [InlineData("ı", "U0131")]
    [InlineData("a\u200db", "Ab")]
    [InlineData("a\u202eb", "Ab")]
    [InlineData("a–b", "AB")]
    [InlineData("🙂", "Value")]
    [InlineData("２", "Uff12")]
    public void Other_letters_become_ascii(string text, string name) => Assert.Equal(name, Identifier.Pascal(text));

    [Theory]
    [InlineData('\ud83d')]
    [InlineData('\ude42')]
    [InlineData('\uffff')]
    [InlineData('\0')]
    public void A_character_that_is_none_ends_a_word(char character) => Assert.Equal("AB", Identifier.Pascal($"a{character}b"));

    [Theory]
    [InlineData("")]
    [InlineData("---")]
    [InlineData("*/")]
    public void Without_a_letter_the_fallback_is_the_name(string text)
    {
        Assert.Equal("Value", Identifier.Pascal(text));
        Assert.Equal("Group", Identifier.Pascal(text, "Group"));
        Assert.Equal("parameter", Identifier.Camel(text, "parameter"));
    }

    /// <summary>The compiler refuses names of more than about a thousand characters (CS7013).</summary>
    [Fact]
    public void A_name_has_at_most_200_characters() => Assert.Equal(200, Identifier.Pascal(new string('a', 10_000)).Length);

    [Fact]
    public void A_name_is_ascii_whatever_the_text() => Assert.All(
        Enumerable.Range(0, char.MaxValue + 1),
        code => Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*$", Identifier.Pascal($"{(char)code}")));
}
