using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>Repeats tries that failed in a way that can pass, and says why it stops.</summary>
internal sealed class RetryPolicy(TimeProvider clock, Random random, PipelinePolicy next) : PipelinePolicy
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
                    return response;
                }

                context.Attempts.End(response.Status, response.Error.Code);
                failure = RetryFailure.Of(response.Status, response.Error, context.Call.IsRepeatable) with { CanRenew = context.CanRenew };
                if (failure.IsCuredByRenewal)
                {
                    // Also where this call is not repeated: no other one should send the same.
                    context.Renew();
                }

                decision = Decide(failure, history ??= new(), context);
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
                decision = Decide(failure, history ??= new(), context);
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

            history.Add(failure.Rule);
            await Task.Delay(waited, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private RetryDecision Decide(RetryFailure failure, RetryHistory history, PipelineContext context)
    {
        RetryDecision decision = RetryDecision.Of(failure, history, context.RetryLimits, context.Deadline.Remaining, Backoff.Jitter(random));
        return decision.Stop is null && !context.Call.IsBodyReplayable ? decision with { Stop = StopReason.BodyNotReplayable } : decision;
    }
}
