namespace Dragoman;

/// <summary>Spreads calls over several endpoints of one kind, such as the containers that run one image.</summary>
/// <remarks>
/// <para>It is made for services whose work lives in their process: what an endpoint had begun has ended when nothing listens at its address any more.</para>
/// <para>A call goes to the less loaded of two endpoints drawn at random from those that take work. Safe for any number of calls at once.</para>
/// </remarks>
/// <typeparam name="TClient">The client of one endpoint.</typeparam>
public sealed class Fleet<TClient> : IDisposable
    where TClient : class, IReadinessClient
{
    private readonly FleetOptions _options;
    private readonly FleetMembers<TClient> _members;

    /// <summary>Creates a fleet. The endpoints are looked for with the first call.</summary>
    /// <param name="endpoints">Where the endpoints are.</param>
    /// <param name="createClient">Creates the client of an endpoint; the fleet disposes it.</param>
    /// <param name="options">The settings; later changes to them have no effect.</param>
    /// <exception cref="ArgumentException">An option is outside its range.</exception>
    public Fleet(EndpointProvider endpoints, Func<Uri, TClient> createClient, FleetOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(createClient);

        _options = (options ?? new()).Checked();
        _members = new(endpoints, createClient, _options);
    }

    /// <summary>The endpoints as they are now; none before the first call.</summary>
    public IReadOnlyList<FleetEndpoint> Endpoints => _members.Snapshot();

    /// <summary>Makes a call at an endpoint that takes work.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="call">Makes one request. It is called again, with another client, only after a failure that left nothing behind.</param>
    /// <param name="cancellationToken">Cancels the call and the wait for an endpoint.</param>
    /// <returns>What the call returned.</returns>
    /// <exception cref="ApiTimeoutException">No endpoint took the call in time (<see cref="TimeoutScope.Polling"/>).</exception>
    /// <exception cref="EndpointLostException">The endpoint did not answer, and may have begun the work and be going on with it.</exception>
    /// <exception cref="ApiException">The endpoint answered with an error.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public Task<T> RunAsync<T>(Func<TClient, CancellationToken, Task<T>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        return RunAsync((client, _, token) => call(client, token), cancellationToken);
    }

    /// <summary>Makes a call with an idempotency key at an endpoint that takes work.</summary>
    /// <typeparam name="T">What the call returns.</typeparam>
    /// <param name="call">Makes one request with the key it is given: the same one each time, so that an endpoint that has the request already does not act on it twice.</param>
    /// <param name="cancellationToken">Cancels the call and the wait for an endpoint.</param>
    /// <inheritdoc cref="RunAsync{T}(Func{TClient, CancellationToken, Task{T}}, CancellationToken)"/>
    public async Task<T> RunAsync<T>(Func<TClient, string, CancellationToken, Task<T>> call, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(call);
        (FleetMember<TClient> member, T result) = await BeginAsync(call, cancellationToken).ConfigureAwait(false);
        End(member);
        return result;
    }

    /// <summary>Starts a job at an endpoint that takes work, and follows it there.</summary>
    /// <typeparam name="TJob">What starting returns, such as the job's id.</typeparam>
    /// <typeparam name="T">What following returns.</typeparam>
    /// <param name="start">Starts the job by one request with an idempotency key.</param>
    /// <param name="follow">Follows the job to its end, by requests that have no effect.</param>
    /// <param name="restarts">How often the job may be started anew, elsewhere, after its endpoint has ended. Default: never.</param>
    /// <param name="cancellationToken">Cancels the calls and the wait for an endpoint; not the job.</param>
    /// <returns>What following returned.</returns>
    /// <exception cref="EndpointLostException">The endpoint ended and there are no more restarts, or it stopped answering.</exception>
    /// <exception cref="ApiTimeoutException">No endpoint took the job in time, or it did not end in time (<see cref="TimeoutScope.Polling"/>).</exception>
    /// <exception cref="ApiException">The endpoint answered with an error, or the job failed.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled.</exception>
    public async Task<T> RunAsync<TJob, T>(Func<TClient, string, CancellationToken, Task<TJob>> start, Func<TClient, TJob, CancellationToken, Task<T>> follow, int restarts = 0, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(follow);
        ArgumentOutOfRangeException.ThrowIfNegative(restarts);
        while (true)
        {
            (FleetMember<TClient> member, TJob job) = await BeginAsync(start, cancellationToken).ConfigureAwait(false);
            try
            {
                return await follow(member.Client, job, cancellationToken).ConfigureAwait(false);
            }
            catch (TransportException exception) when (exception is not ApiTimeoutException { Scope: TimeoutScope.Polling })
            {
                CallFailure failure = CallFailures.Of(exception);
                Fail(member, failure);
                bool isGone = await EndpointLook.IsGoneAsync(member.Client, failure, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
                if (!isGone || restarts-- == 0)
                {
                    throw EndpointLostException.Of(member.Address, exception, isGone);
                }
            }
            finally
            {
                End(member);
            }
        }
    }

    /// <summary>Ends all questions, and disposes the clients, those of calls under way when the calls have ended.</summary>
    public void Dispose() => _members.Dispose();

    /// <summary>Makes a call; its member counts it until <see cref="End"/>.</summary>
    private async Task<(FleetMember<TClient> Member, T Result)> BeginAsync<T>(Func<TClient, string, CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        string key = Guid.NewGuid().ToString("D");
        TimeSpan waited = TimeSpan.Zero;
        ApiException? last = null;
        while (true)
        {
            long began = _options.TimeProvider.GetTimestamp();
            FleetMember<TClient> member = await TakeAsync(waited, last, cancellationToken).ConfigureAwait(false);
            waited += _options.TimeProvider.GetElapsedTime(began);
            bool isBegun = false;
            try
            {
                T result = await call(member.Client, key, cancellationToken).ConfigureAwait(false);
                _members.Change(member, static member => member.Succeed());
                isBegun = true;
                return (member, result);
            }
            catch (ApiException exception)
            {
                CallFailure failure = CallFailures.Of(exception);
                Fail(member, failure);
                if (!failure.MovesOn() && !await EndpointLook.IsGoneAsync(member.Client, failure, _options.TimeProvider, cancellationToken).ConfigureAwait(false))
                {
                    if (exception is TransportException lost)
                    {
                        throw EndpointLostException.Of(member.Address, lost, isGone: false);
                    }

                    throw;
                }

                last = exception;
            }
            finally
            {
                if (!isBegun)
                {
                    End(member);
                }
            }
        }
    }

    private async Task<FleetMember<TClient>> TakeAsync(TimeSpan waited, ApiException? last, CancellationToken cancellationToken)
    {
        TimeSpan left = _options.Timeout == Timeout.InfiniteTimeSpan ? _options.Timeout : _options.Timeout - waited;
        if (left <= TimeSpan.Zero && left != Timeout.InfiniteTimeSpan)
        {
            throw TimedOut(last);
        }

        using TimeoutSource limit = new(left, _options.TimeProvider, cancellationToken);
        try
        {
            return await _members.TakeAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
        catch (OperationCanceledException) when (limit.HasEnded)
        {
            throw TimedOut(last);
        }
    }

    private void Fail(FleetMember<TClient> member, CallFailure failure) => _members.Change(member, failed => failed.Fail(failure));

    private void End(FleetMember<TClient> member) => _members.Change(member, static ended => ended.EndCall());

    private ApiTimeoutException TimedOut(ApiException? last)
    {
        IReadOnlyList<FleetEndpoint> endpoints = Endpoints;
        string states = endpoints.Count == 0 ? "There is no endpoint." : $"The endpoints: {string.Join("; ", endpoints)}.";
        ApiError error = new()
        {
            Message = $"No endpoint took the call within {TimeText.Of(_options.Timeout)}. {states}",
            Recovery = Recovery.Poll,
            StopReason = StopReason.DeadlineTooClose,
            Operation = last?.Operation,
            InnerException = last ?? _members.SearchFailure,
        };
        return new(error, TimeoutScope.Polling, _options.Timeout);
    }
}
