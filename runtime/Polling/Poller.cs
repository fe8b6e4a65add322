namespace Dragoman;

/// <summary>Looks at a job until it ends.</summary>
internal sealed class Poller(PollSchedule schedule, TimeProvider clock, Func<SecretMask> mask)
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> look, Func<T, PollOutcome> judge, IProgress<T>? progress, CancellationToken cancellationToken)
    {
        Deadline deadline = new(clock, schedule.Timeout);
        while (true)
        {
            T state = await LookAsync(look, deadline, cancellationToken).ConfigureAwait(false);
            progress?.Report(state);

            PollOutcome outcome = judge(state);
            switch (outcome.State)
            {
                case PollState.Succeeded:
                    return state;
                case PollState.Failed:
                    throw ToException(outcome);
            }

            // A look at or after the deadline could not be answered in time any more, so there is nothing to wait for.
            if (schedule.Interval >= deadline.Remaining)
            {
                throw TimedOut(cause: null);
            }

            await Task.Delay(schedule.Interval, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> LookAsync<T>(Func<CancellationToken, Task<T>> look, Deadline deadline, CancellationToken cancellationToken)
    {
        if (deadline.Remaining is not { } remaining)
        {
            return await look(cancellationToken).ConfigureAwait(false);
        }

        using TimeoutSource timeout = new(remaining, clock, cancellationToken);
        try
        {
            return await look(timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (OperationCanceledException canceled) when (timeout.HasEnded)
        {
            throw TimedOut(canceled);
        }
    }

    private ApiException ToException(PollOutcome outcome)
    {
        ErrorDefinition definition = outcome.Definition!;
        string? told = outcome.Message is { } message ? mask().Apply(message) : null;
        return definition.ToException(told, $"The job ended with {definition.Code}.", schedule.Operation);
    }

    private ApiTimeoutException TimedOut(Exception? cause)
    {
        ApiError error = new()
        {
            Message = $"'{schedule.Operation.Id}' did not show a final state within {TimeText.Of(schedule.Timeout)}.",
            Recovery = Recovery.Poll,
            StopReason = StopReason.DeadlineTooClose,
            Operation = schedule.Operation,
            InnerException = cause,
        };
        return new(error, TimeoutScope.Polling, schedule.Timeout);
    }
}
