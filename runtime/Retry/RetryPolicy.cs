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
            ApiResponse? response = null;
            TransportException? broken = null;
            try
            {
                response = await next.SendAsync(context, cancellationToken).ConfigureAwait(false);
            }
            catch (TokenUnavailableException exception)
            {
                ExceptionDispatchInfo.Throw(exception.InnerException!);
            }
            catch (TransportException exception)
            {
                broken = exception;
            }

            RetryFailure failure;
            RetryPlan plan;
            try
            {
                if (response is { IsSuccess: true })
                {
                    context.StopReason = StopReason.Succeeded;
                    quotas.Return(history?.LastCost ?? RetryCost.OfSuccess, context.Call.Operation);
                    return response;
                }

                failure = response is null ? RetryFailure.Of(broken!, context.Call.IsRepeatable) : FailureOf(response, context);
                plan = await PlanAsync(failure, history ??= new(), context, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                // A wait that is canceled, or a quota of the caller's that fails: nobody gets the response.
                response?.Dispose();
                throw;
            }

            if (plan.Stop is { } stop)
            {
                return Last(response, broken, stop, context);
            }

            context.Trace?.Retry(response is null ? CallTrace.ErrorType(broken!) : CallTrace.ErrorType(response), plan.Delay);
            response?.Dispose();
            waited = plan.Delay;
            if (failure.IsCuredByRenewal)
            {
                continue;
            }

            history.Add(failure);
            await Task.Delay(waited, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static RetryFailure FailureOf(ApiResponse response, PipelineContext context)
    {
        context.Attempts.End(response.Status, response.Error.Code);
        RetryFailure failure = RetryFailure.Of(response.Status, response.Error, context.OwnRuleOf(response), context.Call.IsRepeatable, context.CanRenew);
        if (failure.IsCuredByRenewal)
        {
            // Also where this call is not repeated: no other one should send the same.
            context.Renew();
        }

        return failure;
    }

    /// <summary>What the call ends with.</summary>
    /// <exception cref="TransportException">The last try had no response.</exception>
    private static ApiResponse Last(ApiResponse? response, TransportException? broken, StopReason stop, PipelineContext context)
    {
        if (response is null)
        {
            broken!.Error = broken.Error with { Attempts = context.Attempts.ToList(), StopReason = stop };
            ExceptionDispatchInfo.Throw(broken);
        }

        context.StopReason = stop;
        return response;
    }

    private async ValueTask<RetryPlan> PlanAsync(RetryFailure failure, RetryHistory history, PipelineContext context, CancellationToken cancellationToken)
    {
        RetryPlan plan = RetryPlan.Of(failure, history, context.RetryLimits, context.Deadline.Remaining, Backoff.Jitter(options.Random));
        if (plan.Stop is not null)
        {
            return plan;
        }

        if (!context.Call.IsBodyReplayable)
        {
            return plan with { Stop = StopReason.BodyNotReplayable };
        }

        int cost = failure.IsCuredByRenewal ? 0 : RetryCost.Of(failure.Class);
        StopReason? refusal = cost == 0 ? null : await quotas.TakeAsync(cost, plan.Delay, context, cancellationToken).ConfigureAwait(false);
        if (refusal == StopReason.QuotaSpent && context.Call.Operation.IsLongPoll)
        {
            // Whoever polls asks again as soon as the call has failed; without the wait that would be a retry that costs nothing.
            await Task.Delay(plan.Delay, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        return plan with { Stop = refusal };
    }
}
