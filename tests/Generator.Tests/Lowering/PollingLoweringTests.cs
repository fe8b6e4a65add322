using Dragoman.Generator.Model;

namespace Dragoman.Generator.Tests.Lowering;

/// <summary>The x-polling extension: an operation asked until a state is final.</summary>
public sealed class PollingLoweringTests
{
    private const string Catalog = "errors: { GENERATION_FAILED: { status: 500 } }";

    [Fact]
    public void A_polled_operation_has_a_method_that_waits()
    {
        PollingModel polling = Good("{ method: waitUntilReady, state: /status, interval: 2s, timeout: 1m, success: [ready, live], failure: { failed: GENERATION_FAILED, broken: { code: GENERATION_FAILED, message: /note } } }");

        Assert.Equal(("WaitUntilReady", "A", 2000, 60_000), (polling.Name, polling.ResultType.Text(), polling.Interval, polling.Timeout));
        Assert.Equal(["ready", "live"], polling.Success);
        Assert.Equal("Status", Path(polling.State));
        Assert.Equal(
            ["failed GenerationFailed GenerationFailedException ", "broken GenerationFailed GenerationFailedException Note?"],
            polling.Failures.Select(failure => $"{failure.State} {failure.ErrorProperty} {failure.ExceptionName} {(failure.Message is { } message ? Path(message) : "")}"));
    }

    [Fact]
    public void What_is_not_said_has_a_default()
    {
        PollingModel polling = Good("{ state: /status, success: [ready] }");

        Assert.Equal(("WaitUntilDone", 5_000, 900_000), (polling.Name, polling.Interval, polling.Timeout));
        Assert.Empty(polling.Failures);
        Assert.Empty(polling.ResultPath);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("attemptTimeout: 1500ms, ", 1500L)]
    [InlineData("attemptTimeout: 2s, ", 2000L)]
    public void Each_try_of_a_question_may_have_a_limit(string member, long? limit) =>
        Assert.Equal(limit, Good($"{{ {member}state: /status, success: [ready] }}").AttemptTimeout);

    [Theory]
    [InlineData("{ result: /data, state: /data/phase, success: [ready] }", "AData", "Data", "Phase enum")]
    [InlineData("{ state: /data/phase, success: [ready] }", "A", "", "Data.Phase enum")]
    [InlineData("{ state: /maybe/state, success: [ready] }", "A", "", "Maybe?.State?")]
    public void A_state_is_a_member_of_the_result(string polling, string type, string path, string state)
    {
        PollingModel model = Good(polling);

        Assert.Equal((type, path), (model.ResultType.Text(), string.Join(".", model.ResultPath)));
        Assert.Equal(state, $"{Path(model.State)}{(model.State.IsEnum ? " enum" : "")}");
    }

    [Theory]
    [InlineData("waiting", "8:18", "it must be an object")]
    [InlineData("{ states: /status, success: [ready] }", "8:20", "'states' is not one of its members. Did you mean 'state'?")]
    [InlineData("{ state: [], success: [ready] }", "8:27", "'state' is a text")]
    [InlineData("{ interval: {}, state: /status, success: [ready] }", "8:30", "'interval' is a text")]
    [InlineData("{ attemptTimeout: 0s, state: /status, success: [ready] }", "8:36", "'attemptTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ attemptTimeout: soon, state: /status, success: [ready] }", "8:36", "'attemptTimeout' is a duration such as 500ms, 20s, 5m or 1h, more than nothing and at most 24h")]
    [InlineData("{ failure: failed, state: /status, success: [ready] }", "8:29", "'failure' is an object: from states to codes")]
    [InlineData("{ success: [ready] }", "8:18", "'state' is missing: a JSON pointer to the member that decides")]
    [InlineData("{ result: /none, state: /none/status, success: [ready] }", "8:28", "'/none' is not a member that is always in the answer")]
    [InlineData("{ result: /maybe, state: /maybe/state, success: [ready] }", "8:28", "'/maybe' is not a member that is always in the answer")]
    [InlineData("{ result: data, state: /data/phase, success: [ready] }", "8:28", "'data' is not a member that is always in the answer")]
    [InlineData("{ state: /none, success: [ready] }", "8:27", "'/none' is not a text or enum within the result")]
    [InlineData("{ state: status, success: [ready] }", "8:27", "'status' is not a text or enum within the result")]
    [InlineData("{ state: /count, success: [ready] }", "8:27", "'/count' is not a text or enum within the result")]
    [InlineData("{ state: /level, success: [1] }", "8:27", "'/level' is not a text or enum within the result")]
    [InlineData("{ state: /data, success: [ready] }", "8:27", "'/data' is not a text or enum within the result")]
    [InlineData("{ state: /status/x, success: [ready] }", "8:27", "'/status/x' is not a text or enum within the result")]
    [InlineData("{ result: /data, state: /status, success: [ready] }", "8:42", "'/status' is not a text or enum within the result")]
    [InlineData("{ state: /status, success: [] }", "8:45", "'success' is missing: a list of the states that end the wait well")]
    [InlineData("{ state: /status }", "8:18", "'success' is missing: a list of the states that end the wait well")]
    [InlineData("{ state: /status, success: ready }", "8:45", "'success' is missing: a list of the states that end the wait well")]
    [InlineData("{ state: /status, success: [ready, {}] }", "8:53", "'success' is a list of texts")]
    [InlineData("{ state: /status, success: [[], []] }", "8:46", "'success' is a list of texts")]
    [InlineData("{ state: /status, success: [ready, live, ready] }", "8:59", "the state 'ready' is listed twice")]
    [InlineData("{ state: /status, success: [ready], failure: { ready: GENERATION_FAILED } }", "8:65", "the state 'ready' is listed twice")]
    [InlineData("{ state: /status, success: [ready], failure: { failed: [] } }", "8:73", "a failure is a code, or an object with 'code' and 'message'")]
    [InlineData("{ state: /status, success: [ready], failure: { failed: { message: /note } } }", "8:73", "a failure is a code, or an object with 'code' and 'message'")]
    [InlineData("{ state: /status, success: [ready], failure: { failed: GENERATION_FAILS } }", "8:73", "the catalog has no code 'GENERATION_FAILS'. Did you mean 'GENERATION_FAILED'?")]
    [InlineData("{ state: /status, success: [ready], failure: { failed: { code: GENERATION_FAILED, message: /count } } }", "8:109", "'/count' is not a text within the result")]
    [InlineData("{ state: /status, success: [ready], failure: { failed: { code: GENERATION_FAILED, message: note } } }", "8:109", "'note' is not a text within the result")]
    public void What_cannot_be_polled_is_shown_where_it_is(string polling, string place, string reason)
    {
        LoweredClient client = Client(polling);

        Assert.Equal([$"DRG2016 {place}"], client.Problems);
        Assert.Equal([$"x-polling of operation 'getA' is not used: {reason}"], client.Messages);
        Assert.Null(client.Operation("getA").Polling);
    }

    [Theory]
    [InlineData("interval: 0s")]
    [InlineData("interval: 5")]
    [InlineData("interval: 25h")]
    [InlineData("interval: soon")]
    [InlineData("interval: -1s")]
    [InlineData("timeout: 0ms")]
    [InlineData("timeout: 99999h")]
    public void A_time_is_more_than_nothing_and_at_most_a_day(string member)
    {
        string polling = $"{{ state: /status, {member}, success: [ready] }}";
        LoweredClient client = Client(polling);

        Assert.Equal([$"DRG2016 8:{18 + polling.IndexOf(member, StringComparison.Ordinal) + member.IndexOf(' ', StringComparison.Ordinal) + 1}"], client.Problems);
        Assert.EndsWith("more than nothing and at most 24h", Assert.Single(client.Messages), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("204: {}")]
    [InlineData("200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } }, 204: {}")]
    public void An_operation_that_may_answer_without_a_body_cannot_be_polled(string responses) => Assert.Equal(
        ["x-polling of operation 'get' is not used: the operation does not always answer with a body"],
        LoweredClient.OfPathItem($"get: {{ operationId: get, responses: {{ {responses} }}, x-polling: {{ state: /p, success: [a] }} }}", "A: { required: [p], properties: { p: { type: string } } }").Messages);

    [Theory]
    [InlineData("{ JOB_FAILED: {}, BUSY: {} }", "BUSY")]
    [InlineData("{ JOB_FAILED: { operations: [getA] }, BUSY: { operations: [getA] } }", "BUSY")]
    [InlineData("{ JOB_FAILED: { status: 500 }, BUSY: { status: 503 } }", "JOB_FAILED BUSY")]
    public void A_failure_without_a_status_is_thrown_by_the_method_that_waits_only(string errors, string raised) => Assert.Equal(
        raised,
        string.Join(" ", Client("{ state: /status, success: [ready], failure: { failed: JOB_FAILED } }", $"errors: {errors}").Operation("getA").Errors.Select(error => error.Code)));

    [Fact]
    public void A_method_that_waits_has_a_name_of_its_own() => Assert.Equal("GetA2", Good("{ method: getA, state: /status, success: [ready] }").Name);

    private static PollingModel Good(string polling)
    {
        LoweredClient client = Client(polling);
        Assert.Empty(client.Messages);
        return Assert.IsType<PollingModel>(client.Operation("getA").Polling);
    }

    /// <summary>The extension starts in line 8, column 18.</summary>
    private static LoweredClient Client(string polling, string catalog = Catalog) => LoweredClient.Of(
        $$"""
        paths:
          /a:
            get:
              operationId: getA
              responses: { 200: { content: { application/json: { schema: { $ref: '#/components/schemas/A' } } } } }
              x-polling: {{polling}}
        components:
          schemas:
            A:
              required: [status, data, count]
              properties:
                status: { type: string }
                note: { type: string }
                count: { type: integer }
                level: { type: integer, enum: [1, 2] }
                data: { required: [phase], properties: { phase: { enum: [ready, failed] } } }
                maybe: { properties: { state: { type: string } } }
        """,
        catalog);

    private static string Path(MemberPath path) => string.Join(".", path.Steps.Select(step => step.IsOptional ? $"{step.Name}?" : step.Name));
}
