using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>Repeats tries that failed in a way that can pass, and says why it stops.</summary>
internal sealed class RetryPolicy(ApiClientOptions options, RetryQuotas quotas, PipelinePolicy next) : PipelinePolicy
{
    public override async ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        RetryHistory? history = null;
        TimeSpan waited = TimeSpan.Zero;
        while (true)
        {
            context.Attempts.Begin(waited);
            RetryFailure failure;
            RetryDecision decision;
            try
            {
                ApiResponse response = await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
                if (response.IsSuccess)
                {
                    context.StopReason = StopReason.Succeeded;
                    quotas.Return(history?.LastCost ?? RetryCost.OfSuccess, context.Call.Operation);
                    return response;
                }

                context.Attempts.End(response.Status, response.Error.Code);
                failure = RetryFailure.Of(response.Status, response.Error, context.Call.IsRepeatable, context.CanRenew);
                if (failure.IsCuredByRenewal)
                {
                    // Also where this call is not repeated: no other one should send the same.
                    context.Renew();
                }

                decision = await DecideAsync(failure, history ??= new(), context, cancellationToken).ConfigureAwait(false);
                if (decision.Stop is { } stop)
                {
                    context.StopReason = stop;
                    return response;
                }

                context.Trace?.Retry(CallTrace.ErrorType(response), decision.Delay);
                response.Dispose();
            }
            catch (TokenUnavailableException exception)
            {
                ExceptionDispatchInfo.Throw(exception.InnerException!);
                throw;
            }
            catch (TransportException exception)
            {
                failure = RetryFailure.Of(exception, context.Call.IsRepeatable);
                decision = await DecideAsync(failure, history ??= new(), context, cancellationToken).ConfigureAwait(false);
                if (decision.Stop is { } stop)
                {
                    exception.Error = exception.Error with { Attempts = context.Attempts.ToList(), StopReason = stop };
                    throw;
                }

                context.Trace?.Retry(CallTrace.ErrorType(exception), decision.Delay);
            }

            waited = decision.Delay;
            if (failure.IsCuredByRenewal)
            {
                continue;
            }

            history.Add(failure);
            await Task.Delay(waited, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<RetryDecision> DecideAsync(RetryFailure failure, RetryHistory history, PipelineContext context, CancellationToken cancellationToken)
    {
        RetryDecision decision = RetryDecision.Of(failure, history, context.RetryLimits, context.Deadline.Remaining, Backoff.Jitter(options.Random));
        if (decision.Stop is not null)
        {
            return decision;
        }

        if (!context.Call.IsBodyReplayable)
        {
            return decision with { Stop = StopReason.BodyNotReplayable };
        }

        int cost = failure.IsCuredByRenewal ? 0 : RetryCost.Of(failure.Class);
        StopReason? refusal = cost == 0 ? null : await quotas.TakeAsync(cost, decision.Delay, context, cancellationToken).ConfigureAwait(false);
        if (refusal == StopReason.QuotaSpent && context.Call.Operation.IsLongPoll)
        {
            // Whoever polls asks again as soon as the call has failed; without the wait that would be a retry that costs nothing.
            await Task.Delay(decision.Delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return decision with { Stop = refusal };
    }
}
