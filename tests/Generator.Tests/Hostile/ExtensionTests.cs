namespace Dragoman.Generator.Tests.Hostile;

/// <summary>Documents and catalogs that are wrong about tokens, readiness and limits, or use names that these need themselves.</summary>
public sealed class ExtensionTests
{
    [Theory]
    [InlineData("«DRG2020»null")]
    [InlineData("«DRG2020»[]")]
    [InlineData("«DRG2020»{ token: /token }")]
    [InlineData("{ operation: «DRG2020»[createToken], token: /token }")]
    [InlineData("{ operation: createToken, token: «DRG2020»null }")]
    [InlineData("{ operation: createToken, token: «DRG2020»'' }")]
    [InlineData("{ operation: createToken, token: «DRG2020»/token~9 }")]
    [InlineData("{ operation: createToken, token: /token, renewBefore: «DRG2020»soon }")]
    [InlineData("{ operation: createToken, token: /token, renewBefore: 0s }")]
    public void A_token_exchange_is_located_or_compiles(string exchange) => MarkedSpec.AssertHolds($$"""
        paths:
          /token: { post: { operationId: createToken, requestBody: { required: true, content: { application/json: { schema: { $ref: '#/components/schemas/Ask' } } } }, responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/AccessToken' } } } } } } }
          /x: { post: { operationId: accessProvider, responses: { 204: {} } } }
          /y: { post: { operationId: fetchAccessToken, tags: [AccessToken], responses: { 204: {} } } }
        components:
          securitySchemes: { access: { type: http, scheme: bearer, x-token-exchange: {{exchange}} } }
          schemas:
            Ask: { type: object, properties: { key: { type: string, format: password } } }
            AccessToken: { type: object, required: [token], properties: { token: { type: string }, a: { $ref: '#/components/schemas/TimeSpan' } } }
            TimeSpan: { type: object, properties: { a: { $ref: '#/components/schemas/ApiCredential' } } }
            ApiCredential: { type: object, properties: { a: { type: string } } }
        """);

    [Theory]
    [InlineData("true")]
    [InlineData("false")]
    [InlineData("«DRG2006»null")]
    [InlineData("«DRG2006»'true'")]
    [InlineData("«DRG2006»{ wait: 30s }")]
    public void A_long_poll_is_located_or_compiles(string value) =>
        MarkedSpec.AssertHolds($"paths: {{ /events: {{ get: {{ operationId: getEvents, x-long-poll: {value}, responses: {{ 204: {{}} }} }} }} }}");

    /// <summary>Each of the tokens would wait for the other.</summary>
    [Fact]
    public void Tokens_are_not_exchanged_in_a_circle() => MarkedSpec.AssertHolds("""
        paths:
          /a: { post: { operationId: createA, security: [{ b: [] }], requestBody: { $ref: '#/components/requestBodies/Ask' }, responses: { 200: { $ref: '#/components/responses/Token' } } } }
          /b: { post: { operationId: createB, security: [{ c: [] }], requestBody: { $ref: '#/components/requestBodies/Ask' }, responses: { 200: { $ref: '#/components/responses/Token' } } } }
          /c: { post: { operationId: createC, security: [{ a: [] }], requestBody: { $ref: '#/components/requestBodies/Ask' }, responses: { 200: { $ref: '#/components/responses/Token' } } } }
        components:
          securitySchemes:
            a: { type: http, scheme: bearer, x-token-exchange: { operation: createA, token: /token } }
            b: { type: http, scheme: bearer, x-token-exchange: { operation: createB, token: /token } }
            c: { type: http, scheme: bearer, x-token-exchange: { operation: «DRG2020»createC, token: /token } }
          requestBodies: { Ask: { required: true, content: { application/json: { schema: { type: object, properties: { key: { type: string } } } } } } }
          responses: { Token: { content: { application/json: { schema: { type: object, required: [token], properties: { token: { type: string } } } } } } }
        """);

    [Theory]
    [InlineData("«DRG2023»null")]
    [InlineData("«DRG2023»[]")]
    [InlineData("{ method: «DRG2023»'' }")]
    [InlineData("{ method: «DRG2023»5 }")]
    [InlineData("{ notReady: «DRG2023»503 }")]
    [InlineData("{ notReady: «DRG2023»[] }")]
    [InlineData("{ notReady: [«DRG2023»5XX] }")]
    [InlineData("{ interval: «DRG2023»10s }")]
    [InlineData("{ load: «DRG2023»/name }")]
    [InlineData("{ load: «DRG2023»load }")]
    [InlineData("{ method: class }")]
    [InlineData("{ method: '***' }")]
    [InlineData("{ method: 'a(){}//' }")]
    [InlineData("{ method: dispose }")]
    [InlineData("{ method: ready, load: /sub/n, capacity: /load }")]
    public void Readiness_is_located_or_compiles(string readiness) => MarkedSpec.AssertHolds($$"""
        paths:
          /ready: { get: { operationId: ready, x-readiness: {{readiness}}, responses: { 200: { content: { application/json: { schema: { type: object, properties: { load: { type: integer }, name: { type: string }, sub: { type: object, properties: { n: { type: number } } } } } } } } } } }
          /a: { get: { operationId: a, tags: [WaitUntilReady], responses: { 204: {} } } }
          /b: { get: { operationId: b, tags: [Readiness], responses: { 204: {} } } }
        """);

    [Theory]
    [InlineData("limits: «DRG3001»null")]
    [InlineData("limits: { x: «DRG3001»null }")]
    [InlineData("limits: { x: «DRG3003»{ window: 1m } }")]
    [InlineData("limits: { x: { permits: «DRG3001»1.5, window: 1m } }")]
    [InlineData("limits: { x: { permits: «DRG3007»0, window: 1m } }")]
    [InlineData("limits: { x: { permits: 1, window: «DRG3007»9999h } }")]
    [InlineData("limits: { x: { permits: 1, window: 1s, scope: «DRG3001»null } }")]
    [InlineData("limits: { x: { permits: 1, window: 1s, operations: «DRG3001»[] } }")]
    [InlineData("limits: { x: { permits: 1, window: 1s, operations: [«DRG3005»nowhere] } }")]
    [InlineData("limits: { class: { permits: 1, window: 1s }, Class: { permits: 1, window: 1s, operations: [a] }, \"\\u2028\\\"\": { permits: 2, window: 1s, operations: [a] }, '***': { permits: 2, window: 1s } }")]
    public void Limits_are_located_or_compile(string limits) => MarkedSpec.AssertHolds("paths: { /a: { get: { operationId: a, responses: { 204: {} } } } }", limits);
}
