namespace Dragoman;

/// <summary>One endpoint of a fleet: its client, and what is known of it. Used under the fleet's lock.</summary>
internal sealed class FleetMember<TClient>(Uri address, TClient client, FleetOptions options) : IDisposable
    where TClient : class, IReadinessClient
{
    private const double Growth = 1.3;

    private readonly GrowingInterval _notReadyInterval = new(options.NotReadyInterval, options.NotReadyCap, Growth, options.Random);
    private readonly GrowingInterval _ejectionInterval = new(options.EjectionInterval, options.EjectionCap, 2, options.Random);
    private readonly GrowingInterval _refreshInterval = new(options.RefreshInterval, options.RefreshInterval, 1, options.Random);

    private Readiness? _told;
    private int _begun;
    private int _begunWhenAsked;
    private bool _isRemoved;

    public Uri Address { get; } = address;

    public TClient Client { get; } = client;

    /// <summary>Canceled when the endpoint leaves the fleet.</summary>
    public CancellationTokenSource Removal { get; } = new();

    /// <summary>Ends the wait before the next question, while there is one.</summary>
    public CancellationTokenSource? Pause { get; set; }

    public EndpointState State { get; private set; }

    public int Failures { get; private set; }

    public int Calls { get; private set; }

    /// <summary>What it told last, and each call begun since it was asked for that; where it tells nothing, its calls.</summary>
    public double Load => _told?.Load is { } told ? told + (_begun - _begunWhenAsked) : Calls;

    public bool TakesWork => State == EndpointState.Ready && !(Load >= _told?.Capacity);

    public FleetEndpoint Snapshot => new(Address, State, Load, _told?.Capacity, Calls, Failures);

    /// <summary>The time until the next question.</summary>
    public TimeSpan NextInterval() =>
        State == EndpointState.Ejected ? _ejectionInterval.Next() : TakesWork ? _refreshInterval.Next() : _notReadyInterval.Next();

    /// <summary>Begins a question; what it returns goes back with the answer.</summary>
    public int BeginQuestion() => _begun;

    /// <summary>Takes the answer to a question, <see langword="null"/> where it was an error.</summary>
    public void Tell(Readiness? readiness, int begunWhenAsked)
    {
        if (State == EndpointState.Ejected && readiness is not { IsReady: true })
        {
            return;
        }

        Failures = State == EndpointState.Ejected ? 0 : Failures;
        _told = readiness;
        _begunWhenAsked = begunWhenAsked;
        State = readiness?.State switch
        {
            ReadinessState.Ready => EndpointState.Ready,
            ReadinessState.NotReady => EndpointState.NotReady,
            ReadinessState.Refused => EndpointState.Refused,
            _ => EndpointState.Unreachable,
        };
    }

    public void BeginCall()
    {
        _begun++;
        Calls++;
    }

    public void Succeed()
    {
        Failures = 0;
        _notReadyInterval.Reset();
        _ejectionInterval.Reset();
    }

    /// <summary>Draws from a failed call what can be known before the next question.</summary>
    public void Fail(CallFailure failure)
    {
        Failures = failure.CountsAgainst() ? Failures + 1 : 0;
        State = Failures >= options.FailuresToEject ? EndpointState.Ejected
            : failure == CallFailure.Turned ? EndpointState.NotReady
            : failure == CallFailure.Refused ? EndpointState.Refused
            : State;
    }

    /// <summary>Ends a call or job. A member that has left the fleet keeps its client until the last one ends.</summary>
    public void EndCall()
    {
        Calls--;
        DisposeWhenUnused();
    }

    public void Dispose()
    {
        _isRemoved = true;
        DisposeWhenUnused();
    }

    private void DisposeWhenUnused()
    {
        if (_isRemoved && Calls == 0)
        {
            Client.Dispose();
        }
    }
}
