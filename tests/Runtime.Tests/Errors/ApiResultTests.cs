namespace Dragoman.Runtime.Tests;

public class ApiResultTests
{
    [Fact]
    public async Task A_success_has_its_value()
    {
        ApiResult<int> result = await ApiResult.From(Task.FromResult(5));

        Assert.True(result.IsSuccess);
        Assert.Null(result.Error);
        Assert.Equal(5, result.Value);
        Assert.True(result.TryGetValue(out int value));
        Assert.Equal(5, value);
        (await ApiResult.From(Task.CompletedTask)).ThrowIfFailed();
    }

    [Fact]
    public async Task A_failure_has_its_exception_and_throws_it_unchanged()
    {
        ApiException thrown = new NotFoundException(new ApiError { Message = "gone" });

        ApiResult<int> result = await ApiResult.From(Task.FromException<int>(thrown));
        ApiResult untyped = await ApiResult.From(Task.FromException(thrown));

        Assert.False(result.IsSuccess);
        Assert.Same(thrown, result.Error);
        Assert.Same(thrown, Assert.Throws<NotFoundException>(() => result.Value));
        Assert.False(result.TryGetValue(out _));
        Assert.Same(thrown, Assert.Throws<NotFoundException>(untyped.ThrowIfFailed));
    }

    [Fact]
    public async Task Cancellation_and_mistakes_are_no_results()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(static () => ApiResult.From(Task.FromCanceled<int>(new(canceled: true))));
        await Assert.ThrowsAsync<ArgumentException>(static () => ApiResult.From(Task.FromException<int>(new ArgumentException("wrong"))));
        await Assert.ThrowsAsync<ArgumentException>(static () => ApiResult.From(Task.FromException(new ArgumentException("wrong"))));
    }

    [Fact]
    public async Task It_says_what_each_try_met_and_why_there_was_no_other()
    {
        const string busy = """{"error":{"code":"NO_AVAILABLE_WORKERS"}}""";
        using TestClient client = new(StubHandler.Of((503, busy), (200, """{"id":"A1"}"""), (503, busy)));
        RequestOptions patient = new() { MaxRetries = 1 };

        ApiResult<Agent> retried = await ApiResult.From(patient, options => client.GetAsync(options));
        ApiResult untyped = await ApiResult.From(patient, options => (Task)client.GetAsync(options));
        ApiResult<int> unknown = await ApiResult.From(Task.FromResult(5));

        Assert.Equal((StopReason.Succeeded, 200), (retried.StopReason, retried.Status));
        Assert.Equal([(1, 503), (2, 200)], retried.Attempts.Select(static attempt => (attempt.Number, attempt.Status!.Value)));
        Assert.Equal(StopReason.AttemptsSpent, untyped.StopReason);
        Assert.Equal([503, 503], untyped.Attempts.Select(static attempt => attempt.Status!.Value));
        Assert.Equal(StopReason.Succeeded, unknown.StopReason);
        Assert.Empty(unknown.Attempts);
    }
}
