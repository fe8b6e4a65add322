namespace Dragoman.Generator.Tests.Lowering;

/// <summary>Where in its bodies an operation has what must not be shown.</summary>
public sealed class SecretPathsTests
{
    private const string Secret = "type: string, format: password";
    private const string Key = "Key: { type: object, properties: { id: { type: string }, pin: { " + Secret + " } } }";

    [Theory]
    [InlineData("type: object, properties: { keys: { type: array, items: { $ref: '#/components/schemas/Key' } } }", "/keys/~*/pin")]
    [InlineData("type: object, properties: { keys: { type: object, additionalProperties: { $ref: '#/components/schemas/Key' } } }", "/keys/~*/pin")]
    [InlineData("type: array, items: { type: array, items: { $ref: '#/components/schemas/Key' } }", "/~*/~*/pin")]
    [InlineData("type: object, properties: { a: { type: integer } }, additionalProperties: { $ref: '#/components/schemas/Key' }", "/~*/pin")]
    [InlineData("type: object, properties: { key: { oneOf: [{ $ref: '#/components/schemas/Key' }, { type: integer }, { type: object, required: [word], properties: { word: { " + Secret + " } } }] } }", "/key/pin /key/word")]
    [InlineData("type: object, properties: { words: { type: array, items: { " + Secret + " } } }", "/words")]
    [InlineData("type: object, properties: { words: { type: object, additionalProperties: { " + Secret + " } } }", "/words")]
    [InlineData("type: object, properties: { word: { oneOf: [{ " + Secret + " }, { type: 'null' }] } }", "/word")]
    [InlineData("type: object, properties: { a: { type: array, items: { type: string } }, b: { type: object, properties: { c: { type: string } } } }", "")]
    public void Secrets_are_found_in_whatever_they_are_nested(string schema, string pointers) =>
        Assert.Equal(pointers, Pointers($"A: {{ {schema} }}", Key));

    [Fact]
    public void What_holds_itself_is_followed_once() =>
        Assert.Equal("/pin", Pointers("A: { type: object, properties: { pin: { " + Secret + " }, parts: { type: array, items: { $ref: '#/components/schemas/A' } } } }"));

    [Fact]
    public void A_secret_of_a_derived_record_is_one_of_its_base() =>
        Assert.Equal("/pin", Pointers(
            "A: { type: object, required: [kind], properties: { kind: { type: string } }, discriminator: { propertyName: kind } }",
            "B: { allOf: [{ $ref: '#/components/schemas/A' }, { type: object, properties: { pin: { " + Secret + " } } }] }"));

    /// <summary>Forty types, each of which holds all others: their paths are more than can be counted.</summary>
    [Fact(Timeout = 30_000)]
    public async Task Types_that_all_hold_each_other_take_no_time()
    {
        string members = string.Join(", ", Enumerable.Range(0, 40).Select(number => $"m{number}: {{ $ref: '#/components/schemas/T{number}' }}"));
        IEnumerable<string> types = Enumerable.Range(0, 40).Select(number => $"T{number}: {{ type: object, properties: {{ {members}{(number == 39 ? $", pin: {{ {Secret} }}" : "")} }} }}");

        string pointers = await Task.Run(() => Pointers(["A: { $ref: '#/components/schemas/T0' }", .. types]));

        Assert.StartsWith("/m39/pin /m1/m39/pin ", pointers, StringComparison.Ordinal);
        Assert.Equal(64, pointers.Split(' ').Length);
    }

    private static string Pointers(params string[] schemas) => string.Join(' ', LoweredClient.OfSchemas(schemas).Operation("getA").Secrets);
}
