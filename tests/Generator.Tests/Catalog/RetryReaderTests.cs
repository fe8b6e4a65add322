using Dragoman.Generator.Catalog;

namespace Dragoman.Generator.Tests.Catalog;

public sealed class RetryReaderTests
{
    private const string Policies = "policies: { slow: { retries: 3, base: 1s, cap: 30s }, short: { retries: 1 }, full: { retries: 1, class: capacity } }\n";

    [Theory]
    [InlineData("never", nameof(RetryKind.Never))]
    [InlineData("poll", nameof(RetryKind.Poll))]
    [InlineData("wait", nameof(RetryKind.Wait))]
    [InlineData("change", nameof(RetryKind.ChangeRequest))]
    [InlineData("nothing", nameof(RetryKind.Nothing))]
    [InlineData("authenticate", nameof(RetryKind.Authenticate))]
    [InlineData("restart", nameof(RetryKind.Restart))]
    [InlineData("reconnect", nameof(RetryKind.Reconnect))]
    [InlineData("prepare", nameof(RetryKind.Prepare))]
    [InlineData("advisory", nameof(RetryKind.Advisory))]
    public void A_word_says_why_the_request_is_not_repeated(string word, string kind)
    {
        RetryEntry retry = Good(word);

        Assert.Equal((kind, 0), (retry.Kind.ToString(), retry.Retries));
    }

    /// <summary>The defaults of the grammar: a base of 500ms and a cap of 20s.</summary>
    [Theory]
    [InlineData("slow", 3, 1_000, 30_000)]
    [InlineData("short", 1, 500, 20_000)]
    [InlineData("{ retries: 10 }", 10, 500, 20_000)]
    [InlineData("{ retries: 0, base: 1ms, cap: 1h }", 0, 1, 3_600_000)]
    [InlineData("{ retries: 2, base: 20s }", 2, 20_000, 20_000)]
    [InlineData("{ policy: slow }", 3, 1_000, 30_000)]
    [InlineData("{ policy: slow, retries: 1 }", 1, 1_000, 30_000)]
    [InlineData("{ cap: 2m, policy: slow, base: 45s }", 3, 45_000, 120_000)]
    public void A_policy_is_named_written_or_changed(string retry, int retries, int baseDelay, int cap) =>
        Assert.Equal(new RetryEntry(RetryKind.Backoff, retries, TimeSpan.FromMilliseconds(baseDelay), TimeSpan.FromMilliseconds(cap)), Good(retry));

    [Theory]
    [InlineData("{ retries: 1, class: transient }", nameof(RetryClass.Transient))]
    [InlineData("{ retries: 1, class: throttling }", nameof(RetryClass.Throttled))]
    [InlineData("{ policy: slow, class: capacity }", nameof(RetryClass.Capacity))]
    [InlineData("{ wait: 60s, class: not-ready }", nameof(RetryClass.NotReady))]
    [InlineData("{ until: /reset_time, class: throttling }", nameof(RetryClass.Throttled))]
    [InlineData("full", nameof(RetryClass.Capacity))]
    [InlineData("{ policy: full, retries: 2 }", nameof(RetryClass.Capacity))]
    [InlineData("{ policy: full, class: transient }", nameof(RetryClass.Transient))]
    [InlineData("slow", null)]
    public void A_rule_names_the_kind_of_failure(string retry, string? kind) => Assert.Equal(kind, Good(retry).Class?.ToString());

    /// <summary>The default of both forms is one retry.</summary>
    [Theory]
    [InlineData("{ wait: 60s }", nameof(RetryKind.After), 1, 60_000, null)]
    [InlineData("{ retries: 3, wait: 1h }", nameof(RetryKind.After), 3, 3_600_000, null)]
    [InlineData("{ until: /reset_time }", nameof(RetryKind.Until), 1, 0, "/reset_time")]
    [InlineData("{ until: /error/0/a~1b, retries: 0 }", nameof(RetryKind.Until), 0, 0, "/error/0/a~1b")]
    public void A_wait_is_named_or_read_from_the_body(string retry, string kind, int retries, int wait, string? pointer)
    {
        RetryEntry entry = Good(retry);

        Assert.Equal((kind, retries, TimeSpan.FromMilliseconds(wait), pointer), (entry.Kind.ToString(), entry.Retries, entry.Base, entry.Pointer));
    }

    [Theory]
    [InlineData("{ wait: 60 }", "DRG3001 3:31", "'wait' must be a duration such as 500ms, 20s, 5m or 1h")]
    [InlineData("{ wait: 2h }", "DRG3007 3:31", "'wait' is 2h, but must be more than nothing and at most 1h")]
    [InlineData("{ wait: 60s, cap: 1s }", "DRG3002 3:36", "'cap' is not a member of a fixed wait.")]
    [InlineData("{ wait: 60s, retries: 11 }", "DRG3007 3:45", "'retries' is 11, but must be 0 to 10")]
    [InlineData("{ wait: 60s, until: /a }", "DRG3002 3:36", "'until' is not a member of a fixed wait.")]
    [InlineData("{ wait: 60s, class: terminal }", "DRG3001 3:43", "'class' must be transient, throttling, capacity or not-ready")]
    [InlineData("{ retries: 1, class: [] }", "DRG3001 3:44", "'class' must be transient, throttling, capacity or not-ready")]
    [InlineData("{ until: reset_time }", "DRG3001 3:32", "'until' must be a JSON pointer such as /error/code")]
    [InlineData("{ until: [] }", "DRG3001 3:32", "'until' must be a JSON pointer such as /error/code")]
    [InlineData("{ until: /a, retry: 1 }", "DRG3002 3:36", "'retry' is not a member of a wait until an instant.")]
    [InlineData("{ policy: slow, wait: 1s }", "DRG3002 3:39", "'wait' is not a member of a changed retry policy.")]
    public void What_is_no_wait_is_shown_where_it_is(string retry, string problem, string message)
    {
        CatalogReading reading = Read(retry);

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    [Theory]
    [InlineData("slo", "DRG3006 3:23", "No retry policy is called 'slo'. Did you mean 'slow'?")]
    [InlineData("nevr", "DRG3006 3:23", "No retry policy is called 'nevr'. Did you mean 'never'?")]
    [InlineData("exponential", "DRG3006 3:23", "No retry policy is called 'exponential'.")]
    [InlineData("no", "DRG3006 3:23", "No retry policy is called 'no'.")]
    [InlineData("{ policy: slo, retries: 1 }", "DRG3006 3:33", "No retry policy is called 'slo'. Did you mean 'slow'?")]
    [InlineData("{ policy: never }", "DRG3006 3:33", "No retry policy is called 'never'.")]
    [InlineData("3", "DRG3001 3:23", "'retry' must be a policy's name, never, poll, wait, change, nothing, authenticate, restart, reconnect, prepare, advisory, or a mapping")]
    [InlineData("[slow]", "DRG3001 3:23", "'retry' must be a policy's name, never, poll, wait, change, nothing, authenticate, restart, reconnect, prepare, advisory, or a mapping")]
    [InlineData("true", "DRG3001 3:23", "'retry' must be a policy's name, never, poll, wait, change, nothing, authenticate, restart, reconnect, prepare, advisory, or a mapping")]
    [InlineData("{ policy: [slow] }", "DRG3001 3:33", "'policy' must be a policy's name")]
    [InlineData("{ base: 1s }", "DRG3003 3:23", "'retries' is missing: a retry policy says how often a request is repeated")]
    [InlineData("{}", "DRG3003 3:23", "'retries' is missing: a retry policy says how often a request is repeated")]
    [InlineData("{ retries: 1, delay: 1s }", "DRG3002 3:37", "'delay' is not a member of a retry policy.")]
    [InlineData("{ policy: slow, caps: 1s }", "DRG3002 3:39", "'caps' is not a member of a changed retry policy. Did you mean 'cap'?")]
    [InlineData("{ retries: -1 }", "DRG3007 3:34", "'retries' is -1, but must be 0 to 10")]
    [InlineData("{ retries: 11 }", "DRG3007 3:34", "'retries' is 11, but must be 0 to 10")]
    [InlineData("{ retries: 1000000000 }", "DRG3007 3:34", "'retries' is 1000000000, but must be 0 to 10")]
    [InlineData("{ retries: 1e308 }", "DRG3001 3:34", "'retries' must be an integer, 0 to 10")]
    [InlineData("{ retries: 1, base: 0s }", "DRG3007 3:43", "'base' is 0s, but must be more than nothing and at most 1h")]
    [InlineData("{ retries: 1, cap: 61m }", "DRG3007 3:42", "'cap' is 61m, but must be more than nothing and at most 1h")]
    [InlineData("{ retries: 1, cap: 99999999999999999999h }", "DRG3007 3:42", "'cap' is 99999999999999999999h, but must be more than nothing and at most 1h")]
    [InlineData("{ retries: 1, cap: PT99999999H }", "DRG3001 3:42", "'cap' must be a duration such as 500ms, 20s, 5m or 1h")]
    [InlineData("{ retries: 1, cap: 30 }", "DRG3001 3:42", "'cap' must be a duration such as 500ms, 20s, 5m or 1h")]
    [InlineData("{ retries: 1, cap: -1s }", "DRG3001 3:42", "'cap' must be a duration such as 500ms, 20s, 5m or 1h")]
    [InlineData("{ retries: 1, base: 21s }", "DRG3007 3:43", "'base' is 21s, but must be at most the cap, 20s")]
    [InlineData("{ policy: slow, cap: 900ms }", "DRG3007 3:44", "'cap' is 900ms, but must be at least the base, 1s")]
    public void What_is_no_rule_is_shown_where_it_is(string retry, string problem, string message)
    {
        CatalogReading reading = Read(retry);

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
        Assert.Single(reading.Catalog!.Errors);
    }

    [Theory]
    [InlineData("{ never: { retries: 1 } }", "DRG3001 2:13", "'never' must be called otherwise: it is a word of 'retry'")]
    [InlineData("{ slow: 3 }", "DRG3001 2:19", "'slow' must be a mapping")]
    [InlineData("{ slow: {} }", "DRG3003 2:19", "'retries' is missing: a retry policy says how often a request is repeated")]
    [InlineData("{ slow: { retries: 1, policy: fast } }", "DRG3002 2:33", "'policy' is not a member of a retry policy.")]
    public void What_is_no_policy_is_one_problem_also_where_it_is_used(string policies, string problem, string message)
    {
        CatalogReading reading = CatalogReading.OfBody($"policies: {policies}\nerrors: {{ A: {{ retry: {(policies.Contains("slow", StringComparison.Ordinal) ? "slow" : "never")} }} }}");

        Assert.Equal([problem], reading.Problems);
        Assert.Equal([message], reading.Messages);
    }

    private static RetryEntry Good(string retry)
    {
        CatalogReading reading = Read(retry);
        Assert.Empty(reading.Messages);
        return Assert.Single(reading.Catalog!.Errors).Retry;
    }

    private static CatalogReading Read(string retry) => CatalogReading.OfBody($"{Policies}errors: {{ A: {{ retry: {retry} }} }}");
}
