using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>The extension x-token-exchange, whose grammar is docs/x-token-exchange.md.</summary>
public sealed class TokenExchangeLoweringTests
{
    private const string Body = "requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Key' } } } }";
    private const string Answer = "responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/Token' } } } } }";

    [Fact]
    public void An_exchange_is_an_operation_and_where_its_answer_has_the_token()
    {
        LoweredClient client = Good("{ operation: createToken, token: /inner/text, expiresIn: /seconds, renewBefore: 90s }");

        TokenExchangeModel exchange = Assert.Single(client.Model.Client.Credentials).Exchange!;
        Assert.Equal(("createToken", "CreateTokenRequest", "createTokenRequest", "Key", "Auth", "CreateToken", "Token"), (exchange.OperationId, exchange.PropertyName, exchange.ParameterName, exchange.Request.Name, exchange.GroupProperty, exchange.Method, exchange.Answer.Name));
        Assert.Equal(["Inner", "Text"], exchange.Token.Steps.Select(step => step.Name));
        Assert.Equal(["Seconds"], exchange.ExpiresIn!.Steps.Select(step => step.Name));
        Assert.Equal(90_000, exchange.RenewBefore);
    }

    [Fact]
    public void A_token_is_renewed_a_minute_before_its_end_unless_said_otherwise() =>
        Assert.Equal((60_000, null), (Exchange("{ operation: createToken, token: /text }").RenewBefore, Exchange("{ operation: createToken, token: /text }").ExpiresIn));

    [Fact]
    public void What_is_secret_is_known_of_the_operation()
    {
        LoweredClient client = Good("{ operation: createToken, token: /text }");

        Assert.Equal(["/secret", "/inner/pin", "/text"], client.Operation("createToken").Secrets);
        Assert.Empty(client.Operation("list").Secrets);
    }

    /// <summary>The pointers are those within each line, and within the data of each event.</summary>
    [Fact]
    public void What_is_secret_in_lines_and_events_is_known_of_the_operation()
    {
        const string Line = "{ type: object, properties: { pin: { type: string, format: password }, n: { type: integer } } }";
        const string Event = $"{{ type: object, properties: {{ data: {{ type: string, contentMediaType: application/json, contentSchema: {Line} }} }} }}";
        LoweredClient client = LoweredClient.Good($$"""
            paths:
              /sent: { post: { operationId: send, requestBody: { content: { application/jsonl: { schema: {{Line}} } } }, responses: { 204: { description: "" } } } }
              /received: { get: { operationId: receive, responses: { 200: { description: "", content: { application/jsonl: { schema: {{Line}} } } } } } }
              /told: { get: { operationId: tell, responses: { 200: { description: "", content: { text/event-stream: { itemSchema: {{Event}} } } } } } }
              /cases: { get: { operationId: watch, responses: { 200: { description: "", content: { text/event-stream: { itemSchema: { oneOf: [
                { type: object, properties: { event: { const: opened }, data: { type: string } } },
                { type: object, properties: { event: { const: locked }, data: { type: string, contentMediaType: application/json, contentSchema: {{Line}} } } } ] } } } } } } }
            """);

        Assert.All(["send", "receive", "tell", "watch"], operation => Assert.Equal(["/pin"], client.Operation(operation).Secrets));
    }

    [Fact]
    public void A_bearer_scheme_has_a_provider_without_an_exchange_too()
    {
        LoweredClient client = LoweredClient.Good("paths: {}\ncomponents: { securitySchemes: { a: { type: http, scheme: bearer }, aToken-provider: { type: apiKey, in: header, name: X }, b: { type: http, scheme: basic } } }");

        Assert.Equal(["ATokenProvider", "", ""], client.Model.Client.Credentials.Select(credential => credential.ProviderName));
        Assert.Equal(["AToken", "ATokenProvider2", "B"], client.Model.Client.Credentials.Select(credential => credential.PropertyName));
    }

    [Theory]
    [InlineData("createToken", "it must be an object")]
    [InlineData("{ operation: createToken, tokn: /text }", "'tokn' is not one of its members. Did you mean 'token'?")]
    [InlineData("{ operation: createToken, token: [/text] }", "'token' is a text")]
    [InlineData("{ operation: createToken, token: /text, expiresIn: 1 }", "'expiresIn' is a text")]
    [InlineData("{ token: /text }", "'operation' is missing: the operationId of the operation that gives the token")]
    [InlineData("{ operation: createTokn, token: /text }", "no operation is called 'createTokn'. Did you mean 'createToken'?")]
    [InlineData("{ operation: createToken }", "'token' is missing: a JSON pointer to the token in the answer")]
    [InlineData("{ operation: createToken, token: text }", "'text' is not a text that is always in the answer")]
    [InlineData("{ operation: createToken, token: /other }", "'/other' is not a text that is always in the answer")]
    [InlineData("{ operation: createToken, token: /optional }", "'/optional' is not a text that is always in the answer")]
    [InlineData("{ operation: createToken, token: /seconds }", "'/seconds' is not a text that is always in the answer")]
    [InlineData("{ operation: createToken, token: /text, expiresIn: /text }", "'/text' is not a number in the answer")]
    [InlineData("{ operation: createToken, token: /text, renewBefore: 1d }", "'renewBefore' is a duration such as 500ms, 20s, 5m or 1h, at most 24h")]
    [InlineData("{ operation: createToken, token: /text, renewBefore: 25h }", "'renewBefore' is a duration such as 500ms, 20s, 5m or 1h, at most 24h")]
    [InlineData("{ operation: list, token: /text }", "'list' needs the token itself; give it a 'security' without 'accessToken'")]
    [InlineData("{ operation: withParameter, token: /text }", "'withParameter' has required parameters beside its body")]
    [InlineData("{ operation: withoutBody, token: /text }", "'withoutBody' has no object with members as its body")]
    [InlineData("{ operation: withoutAnswer, token: /text }", "'withoutAnswer' does not always answer with an object")]
    public void What_is_no_exchange_is_refused(string exchange, string reason)
    {
        LoweredClient client = Of(exchange);

        Assert.Equal([$"x-token-exchange of security scheme 'accessToken' is not used: {reason}"], client.Messages);
        Assert.Null(Assert.Single(client.Model.Client.Credentials).Exchange);
    }

    [Fact]
    public void An_operation_that_is_left_out_gives_no_token()
    {
        LoweredClient client = Of("{ operation: unsupported, token: /text }", "/unsupported: { post: { operationId: unsupported, security: [], parameters: [{ name: a b, in: cookie, required: true, schema: { type: string } }] } }");

        Assert.Equal(["x-token-exchange of security scheme 'accessToken' is not used: 'unsupported' is left out itself"], client.Messages.Where(message => message.StartsWith("x-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Only_bearer_tokens_are_exchanged()
    {
        LoweredClient client = LoweredClient.Of("paths: {}\ncomponents: { securitySchemes: { key: { type: apiKey, in: header, name: X, x-token-exchange: { operation: a, token: /a } } } }");

        Assert.Equal(["x-token-exchange of security scheme 'key' is not used: it is for bearer tokens"], client.Messages);
    }

    private static TokenExchangeModel Exchange(string exchange) => Assert.Single(Good(exchange).Model.Client.Credentials).Exchange!;

    private static LoweredClient Good(string exchange)
    {
        LoweredClient client = Of(exchange);
        Assert.Empty(client.Messages);
        return client;
    }

    private static LoweredClient Of(string exchange, string path = "x-none: ~") => LoweredClient.Of($$"""
        security: [{ accessToken: [] }]
        paths:
          /auth: { post: { operationId: createToken, tags: [Auth], security: [], {{Body}}, {{Answer}} } }
          /list: { get: { operationId: list, {{Answer}} } }
          /parameter: { post: { operationId: withParameter, security: [], parameters: [{ name: q, in: query, required: true, schema: { type: string } }], {{Body}}, {{Answer}} } }
          /body: { post: { operationId: withoutBody, security: [], {{Answer}} } }
          /answer: { post: { operationId: withoutAnswer, security: [], {{Body}} } }
          {{path}}
        components:
          securitySchemes:
            accessToken: { type: http, scheme: bearer, x-token-exchange: {{exchange}} }
          schemas:
            Key: { type: object, properties: { id: { type: string }, secret: { type: string, format: password }, inner: { $ref: '#/components/schemas/Inner' } } }
            Inner: { type: object, properties: { pin: { $ref: '#/components/schemas/Pin' }, text: { type: string }, inner: { $ref: '#/components/schemas/Inner' } }, required: [text] }
            Pin: { type: string, format: password }
            Token: { type: object, required: [text, seconds, inner], properties: { text: { type: string }, optional: { type: string }, seconds: { type: integer }, inner: { type: object, required: [text], properties: { text: { type: string } } } } }
        """);
}
