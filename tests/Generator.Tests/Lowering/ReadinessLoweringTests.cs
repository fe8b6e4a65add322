using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>The x-readiness extension: an operation that says whether the service can take work.</summary>
public sealed class ReadinessLoweringTests
{
    [Fact]
    public void All_of_it_can_be_said()
    {
        ReadinessModel readiness = Good("{ method: waitForSlot, notReady: [503, 425], interval: 500ms, cap: 2s, timeout: 1m, attemptTimeout: 3s, load: /active, capacity: /slots/most }");

        Assert.Equal(("WaitForSlot", "getA", "/active", "/slots/most"), (readiness.Name, readiness.Operation.Id, readiness.Load, readiness.Capacity));
        Assert.Equal((500, 2000, 60_000, 3000), (readiness.Interval, readiness.Cap, readiness.Timeout, readiness.AttemptTimeout));
        Assert.Equal([503, 425], readiness.NotReady);
    }

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        ReadinessModel readiness = Good("{}");

        Assert.Equal(("WaitUntilReady", 1000, 5000, 180_000, 5000), (readiness.Name, readiness.Interval, readiness.Cap, readiness.Timeout, readiness.AttemptTimeout));
        Assert.Equal([503], readiness.NotReady);
        Assert.Equal((null, null), (readiness.Load, readiness.Capacity));
    }

    /// <summary>What says not ready is an answer to who waits; to who asks once it is an error.</summary>
    [Fact]
    public void Errors_that_say_not_ready_are_none_of_the_wait()
    {
        LoweredClient client = LoweredClient.Good(
            "paths: { /a: { get: { operationId: getA, x-readiness: { notReady: [503] }, responses: { 204: {} } } } }",
            "errors: { FULL: { status: 503 }, LOADING: { status: 503 }, BROKEN: { status: 500 }, ODD: {} }");

        Assert.Equal(["FULL", "LOADING", "BROKEN", "ODD"], client.Operation("getA").Errors.Select(error => error.Code));
        Assert.Equal(["BROKEN", "ODD"], client.Model.Client.Readiness!.Operation.Errors.Select(error => error.Code));
    }

    [Theory]
    [InlineData("soon", "8:20", "it must be an object")]
    [InlineData("{ metod: wait }", "8:22", "'metod' is not one of its members. Did you mean 'method'?")]
    [InlineData("{ method: [] }", "8:30", "'method' is a text")]
    [InlineData("{ interval: 5 }", "8:32", "'interval' is a text")]
    [InlineData("{ load: {} }", "8:28", "'load' is a text")]
    [InlineData("{ notReady: 503 }", "8:32", "'notReady' is a list of statuses, 400 to 599")]
    [InlineData("{ notReady: [] }", "8:32", "'notReady' is a list of statuses, 400 to 599")]
    [InlineData("{ notReady: [503, 200] }", "8:38", "'notReady' is a list of statuses, 400 to 599")]
    [InlineData("{ notReady: [busy] }", "8:33", "'notReady' is a list of statuses, 400 to 599")]
    [InlineData("{ timeout: 0s }", "8:31", "'timeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ attemptTimeout: 25h }", "8:38", "'attemptTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ interval: 10s }", "8:32", "'cap' is at least 'interval'")]
    [InlineData("{ interval: 3s, cap: 2s }", "8:41", "'cap' is at least 'interval'")]
    [InlineData("{ load: /none }", "8:28", "'/none' is not a number in the answer")]
    [InlineData("{ load: /name }", "8:28", "'/name' is not a number in the answer")]
    [InlineData("{ load: active }", "8:28", "'active' is not a number in the answer")]
    [InlineData("{ capacity: /slots }", "8:32", "'/slots' is not a number in the answer")]
    public void What_cannot_be_asked_is_shown_where_it_is(string readiness, string place, string reason)
    {
        LoweredClient client = Client(readiness);

        Assert.Equal([$"DRG2023 {place}"], client.Problems);
        Assert.Equal([$"x-readiness of operation 'getA' is not used: {reason}"], client.Messages);
        Assert.Null(client.Model.Client.Readiness);
        Assert.Equal("getA", Assert.Single(client.Operations).Id);
    }

    [Theory]
    [InlineData("post: { operationId: a, responses: { 204: {} }, x-readiness: {} }", "it must be a GET operation, because a question that is asked again and again must have no effect")]
    [InlineData("get: { operationId: a, parameters: [{ name: id, in: query, required: true, schema: { type: string } }], responses: { 204: {} }, x-readiness: {} }", "the operation has a required parameter or body, and one question is asked for all who wait")]
    public void A_question_has_no_effect_and_needs_nothing(string item, string reason) =>
        Assert.Equal([$"x-readiness of operation 'a' is not used: {reason}"], LoweredClient.OfPathItem(item).Messages);

    [Fact]
    public void An_optional_parameter_is_left_out_and_an_answer_without_a_schema_is_looked_at_when_it_comes() => Assert.Equal(
        "/a/0",
        LoweredClient.OfPathItem("get: { operationId: a, parameters: [{ name: id, in: query, schema: { type: string } }], responses: { 204: {} }, x-readiness: { load: /a/0 } }").Model.Client.Readiness?.Load);

    [Fact]
    public void A_service_is_ready_as_a_whole()
    {
        LoweredClient client = LoweredClient.Of("paths: { /a: { get: { operationId: a, responses: { 204: {} }, x-readiness: {} } }, /b: { get: { operationId: b, responses: { 204: {} }, x-readiness: {} } } }");

        Assert.Equal(["x-readiness of operation 'b' is not used: 'a' has it, and a service is ready or not as a whole"], client.Messages);
        Assert.Equal("a", client.Model.Client.Readiness?.Operation.Id);
    }

    [Fact]
    public void The_method_has_a_name_of_its_own() => Assert.Equal("GetA2", Good("{ method: getA }").Name);

    private static ReadinessModel Good(string readiness)
    {
        LoweredClient client = Client(readiness);
        Assert.Empty(client.Messages);
        return Assert.IsType<ReadinessModel>(client.Model.Client.Readiness);
    }

    /// <summary>The extension starts in line 8, column 20.</summary>
    private static LoweredClient Client(string readiness) => LoweredClient.Of(
        $$"""
        paths:
          /a:
            get:
              operationId: getA
              responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
              x-readiness: {{readiness}}
        components:
          schemas:
            A:
              properties:
                name: { type: string }
                active: { type: integer }
                slots: { type: object, properties: { most: { type: integer } } }
        """);
}
