namespace Dragoman;

/// <summary>The endpoints of a fleet: found, asked one question at a time each, and drawn from.</summary>
internal sealed class FleetMembers<TClient>(EndpointProvider endpoints, Func<Uri, TClient> createClient, FleetOptions options) : IDisposable
    where TClient : class, IReadinessClient
{
    /// <summary>The wait after a search for endpoints that failed, where the provider names none.</summary>
    private static readonly TimeSpan s_searchInterval = TimeSpan.FromSeconds(5);

    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly List<FleetMember<TClient>> _members = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isStarted;
    private bool _isEnded;

    /// <summary>Why the endpoints could not be found the last time; <see langword="null"/> if they could.</summary>
    public Exception? SearchFailure { get; private set; }

    public IReadOnlyList<FleetEndpoint> Snapshot()
    {
        lock (_gate)
        {
            return [.. _members.Select(static member => member.Snapshot)];
        }
    }

    /// <summary>Takes an endpoint that takes work, and counts a call there; waits for one where there is none.</summary>
    public async Task<FleetMember<TClient>> TakeAsync(CancellationToken cancellationToken)
    {
        Start();
        while (true)
        {
            Task changed;
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isEnded, this);
                if (Draw([.. _members.Where(static member => member.TakesWork)]) is { } member)
                {
                    member.BeginCall();
                    return member;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Changes what is known of a member, and lets those see it who wait.</summary>
    /// <param name="member">The member.</param>
    /// <param name="change">The change.</param>
    /// <param name="asksSoon">Whether the time until the next question is to be set anew.</param>
    public void Change(FleetMember<TClient> member, Action<FleetMember<TClient>> change, bool asksSoon = false)
    {
        CancellationTokenSource? pause;
        lock (_gate)
        {
            change(member);
            pause = asksSoon ? member.Pause : null;
        }

        pause?.Cancel();
        Wake();
    }

    public void Dispose()
    {
        lock (_gate)
        {
            if (_isEnded)
            {
                return;
            }

            _isEnded = true;
        }

        _end.Cancel();
        Update([]);
        Wake();
    }

    /// <summary>Lets those look again who wait for an endpoint.</summary>
    private void Wake()
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            changed = _changed;
            _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.SetResult();
    }

    private void Start()
    {
        lock (_gate)
        {
            if (_isStarted)
            {
                return;
            }

            _isStarted = true;
        }

        _ = Task.Run(SearchAsync);
    }

    /// <summary>The less loaded one of two that are drawn: nearly as even as the least loaded of all, and those who choose at once do not all choose the same.</summary>
    private FleetMember<TClient>? Draw(FleetMember<TClient>[] members)
    {
        if (members.Length < 2)
        {
            return members.FirstOrDefault();
        }

        int first = Index(members.Length);
        int second = Index(members.Length - 1);
        second += second >= first ? 1 : 0;
        return members[second].Load < members[first].Load ? members[second] : members[first];
    }

    private int Index(int count)
    {
        lock (options.Random)
        {
            return Math.Min((int)(options.Random.NextDouble() * count), count - 1);
        }
    }

    private async Task SearchAsync()
    {
        try
        {
            while (true)
            {
                try
                {
                    Update(await endpoints.GetEndpointsAsync(_end.Token).ConfigureAwait(false));
                    SearchFailure = null;
                    if (endpoints.RefreshInterval is null)
                    {
                        return;
                    }
                }
                catch (Exception exception) when (!_end.IsCancellationRequested)
                {
                    // The endpoints known so far may well be there still.
                    SearchFailure = exception;
                }

                await Task.Delay(endpoints.RefreshInterval ?? s_searchInterval, options.TimeProvider, _end.Token).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
        }
    }

    /// <summary>Lets endpoints join and leave.</summary>
    private void Update(IReadOnlyList<Uri> addresses)
    {
        IReadOnlyList<FleetEndpoint> known = Snapshot();
        List<FleetMember<TClient>> joined = [.. addresses.Distinct()
            .Where(address => known.All(endpoint => endpoint.Address != address))
            .Select(address => new FleetMember<TClient>(address, createClient(address), options))];
        FleetMember<TClient>[] left;
        lock (_gate)
        {
            _members.AddRange(joined);
            left = [.. _members.Where(member => _isEnded || !addresses.Contains(member.Address))];
            _members.RemoveAll(left.Contains);
        }

        joined.ForEach(member => _ = Task.Run(() => WatchAsync(member)));
        foreach (FleetMember<TClient> member in left)
        {
            member.Removal.Cancel();
            Change(member, static member => member.Dispose());
        }
    }

    /// <summary>Asks an endpoint as long as it belongs to the fleet: one question at a time, whoever waits.</summary>
    private async Task WatchAsync(FleetMember<TClient> member)
    {
        CancellationToken removal = member.Removal.Token;
        while (!removal.IsCancellationRequested)
        {
            int begun;
            lock (_gate)
            {
                begun = member.BeginQuestion();
            }

            Readiness? readiness = await AskAsync(member, removal).ConfigureAwait(false);
            Change(member, told => told.Tell(readiness, begun));
            await PauseAsync(member, removal).ConfigureAwait(false);
        }
    }

    private static async Task<Readiness?> AskAsync(FleetMember<TClient> member, CancellationToken cancellationToken)
    {
        try
        {
            return await member.Client.AskReadinessAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Whatever went wrong, the endpoint cannot be said to take work; the calls there show what it is.
            return null;
        }
    }

    private async Task PauseAsync(FleetMember<TClient> member, CancellationToken removal)
    {
        while (!removal.IsCancellationRequested)
        {
            // Not disposed, because a call may cancel it at the same moment; without a timer it holds nothing.
            CancellationTokenSource pause = new();
            using CancellationTokenRegistration leaving = removal.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), pause);
            TimeSpan interval;
            lock (_gate)
            {
                member.Pause = pause;
                interval = member.NextInterval();
            }

            try
            {
                await Task.Delay(interval, options.TimeProvider, pause.Token).ConfigureAwait(false);
                return;
            }
            catch (OperationCanceledException)
            {
                // A call has shown something new, by which the time is set anew.
            }
            finally
            {
                lock (_gate)
                {
                    member.Pause = null;
                }
            }
        }
    }
}
