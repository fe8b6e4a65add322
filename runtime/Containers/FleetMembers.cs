using System.Runtime.ExceptionServices;

namespace Dragoman;

/// <summary>The endpoints of a fleet: found, asked one question at a time each, and drawn from.</summary>
internal sealed class FleetMembers<TClient> : IDisposable
    where TClient : class, IReadinessClient
{
    private readonly Func<Uri, TClient> _createClient;
    private readonly FleetOptions _options;
    private readonly EndpointSearch _search;
    private readonly object _gate = new();
    private readonly CancellationTokenSource _end = new();
    private readonly List<FleetMember<TClient>> _members = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isStarted;
    private bool _isEnded;

    public FleetMembers(EndpointProvider endpoints, Func<Uri, TClient> createClient, FleetOptions options)
    {
        _createClient = createClient;
        _options = options;
        _search = new(endpoints, options.TimeProvider, Update);
    }

    /// <summary>Why the endpoints could not be found the last time; <see langword="null"/> if they could.</summary>
    public Exception? SearchFailure => _search.Failure;

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
                if (LessLoaded.Of([.. _members.Where(static member => member.TakesWork)], _options.Random) is { } member)
                {
                    member.BeginCall();
                    return member;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Changes what is known of a member, and lets those see it who wait. Where its state changes, the time until the next question is set anew.</summary>
    public void Change(FleetMember<TClient> member, Action<FleetMember<TClient>> change)
    {
        CancellationTokenSource? pause;
        lock (_gate)
        {
            EndpointState before = member.State;
            change(member);
            pause = member.State != before ? member.Pause : null;
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

        _ = Task.Run(() => _search.RunAsync(_end.Token));
    }

    /// <summary>Lets endpoints join and leave.</summary>
    /// <exception cref="Exception">A client could not be created; the other endpoints have joined.</exception>
    private void Update(IReadOnlyList<Uri> addresses)
    {
        IReadOnlyList<FleetEndpoint> known = Snapshot();
        List<FleetMember<TClient>> joined = [];
        ExceptionDispatchInfo? failure = null;
        foreach (Uri address in addresses.Distinct().Where(address => known.All(endpoint => endpoint.Address != address)))
        {
            try
            {
                joined.Add(new(address, _createClient(address), _options));
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        }

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

        failure?.Throw();
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
                await Task.Delay(interval, _options.TimeProvider, pause.Token).ConfigureAwait(false);
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
