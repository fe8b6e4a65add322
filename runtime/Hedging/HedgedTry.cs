namespace Dragoman;

/// <summary>One of two tries that are under way side by side, each on a branch of its call.</summary>
internal sealed class HedgedTry
{
    private readonly PipelineContext _branch;
    private readonly CancellationTokenSource _source;

    /// <summary>Begins a try.</summary>
    /// <param name="branch">The branch of the call that only this try works on.</param>
    /// <param name="next">What sends it.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public HedgedTry(PipelineContext branch, PipelinePolicy next, CancellationToken cancellationToken)
    {
        _branch = branch;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Answer = next.SendAsync(branch, _source.Token).AsTask();
    }

    public Task<ApiResponse> Answer { get; }

    /// <summary>What the service, or the way to it, let the try fail with; <see langword="null"/> for a success, and where the client itself ended it.</summary>
    public RetryFailure? Failure =>
        !Answer.IsCompletedSuccessfully ? Answer.Exception?.InnerException is TransportException exception ? RetryFailure.Of(exception, _branch.Call.IsRepeatable) : null
        : Answer.Result is { IsSuccess: false } response ? RetryFailure.Of(response, _branch)
        : null;

    /// <summary>Whether it met something: it was not ended by the client itself, such as by a limit of its own.</summary>
    public bool HasMetSomething => Answer.IsCompletedSuccessfully || Failure is not null;

    /// <summary>Whether its request was sent; if not, it has waited for a turn or a token, or was not let through.</summary>
    public bool IsSent => _branch.Attempts.IsSent;

    /// <summary>Whether it brought a success.</summary>
    public bool HasSucceeded => Answer.IsCompletedSuccessfully && Answer.Result.IsSuccess;

    /// <summary>Makes what the try met that of the call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">The token of the call.</param>
    public async ValueTask<ApiResponse> TakeAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        await ((Task)Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _source.Dispose();
        context.Join(_branch);
        try
        {
            ApiResponse response = await Answer.ConfigureAwait(false);
            response.Report.Context = context;
            return response;
        }
        catch (ApiException exception)
        {
            exception.Error = exception.Error with { Attempts = context.Attempts.ToList() };
            throw;
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
    }

    /// <summary>Cancels the try, if it has not ended, and does not wait for it; notes in the call what became of it.</summary>
    /// <param name="context">The call.</param>
    /// <param name="reason">Why it is given up.</param>
    public void GiveUp(PipelineContext context, string reason)
    {
        // Before anything is noted: what has not been sent by now is not sent any more.
        _source.Cancel();
        if (Answer.IsCompleted)
        {
            EndAttempt(reason);
            context.Attempts.Join(_branch.Attempts);
        }
        else
        {
            // The branch is still worked on; when its try began, and whether it was sent, is all that no longer changes.
            context.Attempts.GiveUp(_branch.Attempts, reason);
        }

        _ = DiscardAsync();
    }

    /// <summary>Notes what became of the try, once it has ended; without effect if that is noted.</summary>
    /// <param name="reason">Why it ended, if it met nothing.</param>
    public void EndAttempt(string reason)
    {
        if (Answer.IsCompletedSuccessfully)
        {
            _branch.Attempts.End(Answer.Result.Status, Answer.Result.IsSuccess ? null : Answer.Result.Error.Code);
        }
        else
        {
            _branch.Attempts.End(status: null, failure: reason, mayHaveBeenReceived: IsSent);
        }
    }

    private async Task DiscardAsync()
    {
        await ((Task)Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _source.Dispose();
        if (Answer.IsCompletedSuccessfully)
        {
            Answer.Result.Dispose();
        }
    }
}
