namespace Dragoman;

/// <summary>Sends a request once more beside a try that is not answered in time. The first answer that ends the call counts, and the other try is given up.</summary>
internal sealed class HedgingPolicy(ApiClientOptions options, RetryQuotas quotas, PipelinePolicy next) : PipelinePolicy
{
    /// <summary>What a hedge takes of the quota: as much as the retry that it stands for.</summary>
    private static readonly int s_cost = RetryCost.Of(RetryClass.Transient);

    public override ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken) =>
        context.HedgingDelay is { } delay && delay != Timeout.InfiniteTimeSpan && CanBeHedged(context)
            ? HedgedAsync(delay, context, cancellationToken)
            : next.SendAsync(context, cancellationToken);

    /// <summary>A channel would have two connections, a long poll is slow on purpose, a probe is asked again anyway, and the progress of two bodies would be none.</summary>
    private static bool CanBeHedged(PipelineContext context) =>
        context is { Upgrade: null, Call: { IsRepeatable: true, IsBodyShareable: true, Operation.IsLongPoll: false, Options: null or { Progress: null, IsProbe: false } } };

    private async ValueTask<ApiResponse> HedgedAsync(TimeSpan delay, PipelineContext context, CancellationToken cancellationToken)
    {
        HedgedTry first = new(context.Branch(), next, cancellationToken);
        if (!await IsDueAsync(first, delay, context, cancellationToken).ConfigureAwait(false))
        {
            return await first.TakeAsync(context, cancellationToken).ConfigureAwait(false);
        }

        context.Trace?.Hedge(delay);
        PipelineContext branch = context.Branch();
        branch.Attempts.Begin(delay);
        HedgedTry second = new(branch, next, cancellationToken);
        HedgedTry chosen = await ChosenAsync(first, second).ConfigureAwait(false);
        HedgedTry other = chosen == first ? second : first;
        other.GiveUp(context, chosen.Answer.IsCanceled ? "The caller canceled." : "Another try was answered first.");
        try
        {
            // One that was sent in vain gives nothing back: where a service is slow to all, few are sent in the long run.
            quotas.Return(second.IsSent && !(chosen == second && second.HasSucceeded) ? 0 : s_cost, context.Call.Operation);
        }
        catch
        {
            // A quota of the user's own: nobody gets the response.
            chosen.GiveUp(context, "The call was ended by its retry quota.");
            throw;
        }

        return await chosen.TakeAsync(context, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Waits until a hedge is to be sent, and takes its tokens.</summary>
    /// <returns>Whether it is; if not, the try was answered in time, or the quota has no tokens.</returns>
    private async ValueTask<bool> IsDueAsync(HedgedTry first, TimeSpan delay, PipelineContext context, CancellationToken cancellationToken)
    {
        if (first.Answer.IsCompleted)
        {
            return false;
        }

        using CancellationTokenSource answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task<bool> paid = PaidAsync(delay, context, answered.Token);
        try
        {
            if (await Task.WhenAny(first.Answer, paid).ConfigureAwait(false) == paid)
            {
                return await paid.ConfigureAwait(false);
            }
        }
        catch
        {
            // A quota of the user's own.
            first.GiveUp(context, "The call was ended by its retry quota.");
            throw;
        }

        answered.Cancel();
        _ = ForgoAsync(paid, context.Call.Operation);
        return false;
    }

    /// <summary>Gives back what a quota that is far away lets go after the answer.</summary>
    private async Task ForgoAsync(Task<bool> paid, ApiOperationInfo operation)
    {
        try
        {
            quotas.Return(await paid.ConfigureAwait(false) ? s_cost : 0, operation);
        }
        catch
        {
            // Of a quota of the user's own. The call has its answer, and nobody is left to be told.
        }
    }

    private async Task<bool> PaidAsync(TimeSpan delay, PipelineContext context, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            return await quotas.TakeAsync(s_cost, TimeSpan.Zero, context, cancellationToken).ConfigureAwait(false) is null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The first try that ends the call; where both failed in a way that is repeated, the later one, unless the earlier asks for a longer wait.</summary>
    private static async ValueTask<HedgedTry> ChosenAsync(HedgedTry first, HedgedTry second)
    {
        Task<ApiResponse> ended = await Task.WhenAny(first.Answer, second.Answer).ConfigureAwait(false);
        (HedgedTry earlier, HedgedTry later) = ended == first.Answer ? (first, second) : (second, first);
        bool isRepeated = earlier.Failure is { IsRepeated: true };
        if (!isRepeated && (earlier == first || earlier.HasMetSomething))
        {
            return earlier;
        }

        if (!earlier.Answer.IsCanceled)
        {
            earlier.EndAttempt("The client ended the try.");
        }

        await ((Task)later.Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (later == second && !second.HasMetSomething)
        {
            return first;
        }

        return later.Failure is { IsRepeated: true } failure && earlier.Failure?.Directive.Wait > (failure.Directive.Wait ?? TimeSpan.Zero) ? earlier : later;
    }
}
