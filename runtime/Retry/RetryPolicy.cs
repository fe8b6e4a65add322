using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>Repeats tries that failed in a way that can pass, and says why it stops.</summary>
internal sealed class RetryPolicy(ApiClientOptions options, RetryQuotas quotas, PipelinePolicy next, CircuitBreaker? breaker = null) : PipelinePolicy
{
    public override async ValueTask<ApiResponse> SendAsync(PipelineContext context, CancellationToken cancellationToken)
    {
        RetryHistory? history = null;
        TimeSpan waited = TimeSpan.Zero;
        int paid = 0;
        ApiException? met = null;
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
            catch (CircuitOpenException) when (met is not null)
            {
                // It was opened during the wait, and must not hide what this call has met.
                met.Error = met.Error with { Attempts = context.Attempts.ToList(), StopReason = StopReason.QuotaSpent };
                ExceptionDispatchInfo.Throw(met);
            }
            finally
            {
                if (!context.Attempts.IsSent)
                {
                    // The circuit, a limit of the client's own or its source of tokens held the retry back.
                    quotas.Return(paid, context.Call.Operation);
                }

                paid = 0;
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
                history ??= new();
                (failure, plan) = Plan(failure, response?.Error.Details ?? broken!.Error, broken, history, context);
                plan = await PaidAsync(plan, failure, context, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                // A wait that is canceled, or a decision or a quota of the caller's that fails: nobody gets the response, nor the channel that it accepted.
                response?.Socket?.Dispose();
                response?.Dispose();
                throw;
            }

            if (plan.Stop is { } stop)
            {
                return Last(response, broken, stop, context);
            }

            context.Trace?.Retry(response is null ? CallTrace.ErrorType(broken!) : CallTrace.ErrorType(response), plan.Delay);
            met = breaker is null ? null : broken ?? response!.ToException();
            response?.Dispose();
            waited = plan.Delay;
            if (failure.IsCuredByRenewal)
            {
                continue;
            }

            history.Add(failure);
            paid = history.LastCost;
            try
            {
                await Task.Delay(waited, options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch
            {
                quotas.Return(paid, context.Call.Operation);
                throw;
            }
        }
    }

    private static RetryFailure FailureOf(ApiResponse response, PipelineContext context)
    {
        context.Attempts.End(response.Status, response.Error.Code);
        RetryFailure failure = RetryFailure.Of(response, context);
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

    /// <summary>What follows a failure by its rule, and by the caller's decision about it, if there is one.</summary>
    private (RetryFailure Failure, RetryPlan Plan) Plan(RetryFailure failure, ApiError error, TransportException? broken, RetryHistory history, PipelineContext context)
    {
        double jitter = Backoff.Jitter(options.Random);
        RetryPlan plan = Sendable(RetryPlan.Of(failure, history, context.RetryLimits, context.Deadline.Remaining, jitter), context);
        if (failure.IsCuredByRenewal || context.DecideRetry is not { } decide)
        {
            return (failure, plan);
        }

        RetryDecision decision = decide(FailedTry.Of(error, broken, failure, plan, context));
        if (decision.IsRepeated is not { } isRepeated)
        {
            return (failure, plan.Left(context.Deadline.Remaining));
        }

        failure = failure.AsRepeated();
        return (failure, isRepeated
            ? Sendable(plan.Repeated(decision.Delay, failure, history, context.RetryLimits, context.Deadline.Remaining, jitter), context)
            : RetryPlan.Stopped(StopReason.NotRetryable));
    }

    private static RetryPlan Sendable(RetryPlan plan, PipelineContext context) =>
        plan.Stop is null && !context.Call.IsBodyReplayable ? RetryPlan.Stopped(StopReason.BodyNotReplayable) : plan;

    /// <summary>The plan, if the circuit lets it through and the quota has the tokens for it.</summary>
    private async ValueTask<RetryPlan> PaidAsync(RetryPlan plan, RetryFailure failure, PipelineContext context, CancellationToken cancellationToken)
    {
        if (plan.Stop is not null)
        {
            return plan;
        }

        if (breaker?.Of(context)?.Remaining > plan.Delay)
        {
            return plan with { Stop = StopReason.QuotaSpent };
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
