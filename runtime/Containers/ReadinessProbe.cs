namespace Dragoman;

/// <summary>Asks a service whether it can take work: one question at a time for any number of waiters.</summary>
/// <remarks>Safe for any number of calls at once. Questions have no retry: that the service does not answer, or says "not now", is a state and no failure.</remarks>
public sealed class ReadinessProbe
{
    private const double Growth = 1.3;

    private readonly ApiPipeline _pipeline;
    private readonly ReadinessRule _rule;
    private readonly PointerNode _pointers;
    private readonly object _gate = new();
    private readonly List<ReadinessWaiter> _waiters = [];

    /// <summary>Stops the questions that are asked now; <see langword="null"/> while nobody waits.</summary>
    private CancellationTokenSource? _running;

    /// <summary>Creates the probe of a client.</summary>
    /// <param name="pipeline">What sends the questions.</param>
    /// <param name="rule">How to ask.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time of the rule is outside its range.</exception>
    public ReadinessProbe(ApiPipeline pipeline, ReadinessRule rule)
    {
        ArgumentNullException.ThrowIfNull(pipeline);
        ArgumentNullException.ThrowIfNull(rule);
        TimeLimit.Check(rule.Interval, isInfiniteAllowed: false);
        TimeLimit.Check(rule.Cap, isInfiniteAllowed: false);
        TimeLimit.Check(rule.Timeout);
        TimeLimit.Check(rule.AttemptTimeout);

        _pipeline = pipeline;
        _rule = rule;
        _pointers = PointerNode.Of([rule.Load, rule.Capacity]);
    }

    /// <summary>Asks once.</summary>
    /// <param name="options">Settings of the question; its retries are none.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <returns>What the service said.</returns>
    /// <exception cref="ApiException">The service answered with an error that says nothing of its readiness.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<Readiness> AskAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            ApiCall call = new(_rule.Operation, RequestOptions.OfProbe(options, _rule.AttemptTimeout));
            using ApiResponse response = await _pipeline.SendAsync(call, cancellationToken).ConfigureAwait(false);
            return response.IsSuccess ? Read(ReadinessState.Ready, response)
                : _rule.NotReady.Contains(response.Status) ? Read(ReadinessState.NotReady, response)
                : throw response.ToException();
        }
        catch (TransportException failure) when (failure.IsRetryable)
        {
            return new() { State = failure.IsRefused ? ReadinessState.Refused : ReadinessState.Unreachable, Failure = failure };
        }
    }

    /// <summary>Waits until the service is ready.</summary>
    /// <param name="timeout">How long at most; by default as long as the rule says.</param>
    /// <param name="progress">Told every answer, the last one included.</param>
    /// <param name="options">Settings of the questions. Those of the waiter whom the questions began with hold for all.</param>
    /// <param name="cancellationToken">Ends this wait; others who wait are not disturbed.</param>
    /// <returns>The answer that says ready.</returns>
    /// <exception cref="ApiTimeoutException">The service was not ready in time (<see cref="TimeoutScope.Polling"/>).</exception>
    /// <exception cref="ApiException">The service answered with an error that says nothing of its readiness.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled; it carries <paramref name="cancellationToken"/>.</exception>
    public async Task<Readiness> WaitAsync(TimeSpan? timeout, IProgress<Readiness>? progress, RequestOptions? options, CancellationToken cancellationToken)
    {
        TimeSpan limit = TimeLimit.Check(timeout ?? _rule.Timeout, name: nameof(timeout));
        options?.Check();
        cancellationToken.ThrowIfCancellationRequested();

        ReadinessWaiter waiter = new(progress);
        using TimeoutSource end = new(limit, _pipeline.Clock, cancellationToken);
        using CancellationTokenRegistration leaving = end.Token.UnsafeRegister(_ => Leave(waiter), null);
        try
        {
            Join(waiter, options);
            return await waiter.Task.ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (OperationCanceledException) when (end.HasEnded)
        {
            throw TimedOut(limit, waiter.Last);
        }
    }

    private void Join(ReadinessWaiter waiter, RequestOptions? options)
    {
        CancellationTokenSource? begun = null;
        lock (_gate)
        {
            if (waiter.HasLeft)
            {
                // Its time was over at once: nobody would take it from the list any more, and the questions would go on for ever.
                return;
            }

            _waiters.Add(waiter);
            if (_running is null)
            {
                _running = begun = new();
            }
        }

        if (begun is not null)
        {
            _ = AskUntilReadyAsync(options, begun);
        }
    }

    /// <summary>Lets a waiter go. With the last one the questions end.</summary>
    private void Leave(ReadinessWaiter waiter)
    {
        CancellationTokenSource? ended = null;
        lock (_gate)
        {
            waiter.HasLeft = true;
            if (_waiters.Remove(waiter) && _waiters.Count == 0)
            {
                ended = _running;
                _running = null;
            }
        }

        waiter.Leave();
        ended?.Cancel();
    }

    private async Task AskUntilReadyAsync(RequestOptions? options, CancellationTokenSource running)
    {
        GrowingInterval interval = new(_rule.Interval, _rule.Cap, Growth, _pipeline.Random);
        try
        {
            while (true)
            {
                Readiness readiness = await AskAsync(options, running.Token).ConfigureAwait(false);
                Tell(running, readiness.IsReady, waiter => waiter.Tell(readiness));
                if (readiness.IsReady)
                {
                    return;
                }

                await Task.Delay(interval.Next(), _pipeline.Clock, running.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            Tell(running, isLast: true, waiter => waiter.Fail(exception));
        }
    }

    private void Tell(CancellationTokenSource running, bool isLast, Action<ReadinessWaiter> tell)
    {
        ReadinessWaiter[] waiters;
        lock (_gate)
        {
            // All left while the question was under way, and others may have begun anew.
            waiters = _running == running ? [.. _waiters] : [];
            if (isLast && _running == running)
            {
                _waiters.Clear();
                _running = null;
            }
        }

        Array.ForEach(waiters, tell);
    }

    private Readiness Read(ReadinessState state, ApiResponse response)
    {
        PointerScan scan = PointerScan.Of(Utf8Bom.Strip(response.Body.Span), _pointers);
        return new() { State = state, Status = response.Status, Load = scan.FindNumber(_rule.Load), Capacity = scan.FindNumber(_rule.Capacity) };
    }

    private ApiTimeoutException TimedOut(TimeSpan limit, Readiness? last)
    {
        ApiError error = new()
        {
            Message = $"'{_rule.Operation.Id}' did not show the service ready within {TimeText.Of(limit)}{(last is null ? "" : $"; the last answer was {last}")}.",
            Status = last?.Status,
            Recovery = Recovery.Poll,
            StopReason = StopReason.DeadlineTooClose,
            Operation = _rule.Operation,
            InnerException = last?.Failure,
        };
        return new(error, TimeoutScope.Polling, limit);
    }
}
