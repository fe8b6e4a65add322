using Dragoman.Generator.Document;

namespace Dragoman.Generator.Tests.Document;

/// <summary>The Security Scheme Object (OpenAPI 3.1, 4.8.27).</summary>
public sealed class SecuritySchemeTests
{
    [Theory]
    [InlineData("{ type: http, scheme: Bearer }", "http", "bearer")]
    [InlineData("{ type: apiKey, in: header, name: X-Key }", "apiKey", null)]
    [InlineData("{ type: mutualTLS }", "mutualTLS", null)]
    [InlineData("{}", null, null)]
    public void A_scheme_has_a_type(string text, string? type, string? httpScheme)
    {
        SecurityScheme scheme = Assert.Single(DocumentReading.Good($"components: {{ securitySchemes: {{ a: {text} }} }}").SecuritySchemes);

        Assert.Equal(("a", type, httpScheme), (scheme.Name, scheme.Type, scheme.HttpScheme));
    }

    [Fact]
    public void A_reference_is_followed()
    {
        IReadOnlyList<SecurityScheme> schemes = DocumentReading.Good("components: { securitySchemes: { a: { $ref: '#/components/securitySchemes/b' }, b: { type: openIdConnect } } }").SecuritySchemes;

        Assert.Equal(["a openIdConnect", "b openIdConnect"], schemes.Select(scheme => $"{scheme.Name} {scheme.Type}"));
    }

    [Fact]
    public void A_scheme_that_cannot_be_read_is_left_out() =>
        Assert.Equal(["b"], DocumentReading.OfBody("components: { securitySchemes: { a: { $ref: '#/x' }, b: { type: http } } }").Document!.SecuritySchemes.Select(scheme => scheme.Name));
}
