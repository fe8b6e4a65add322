namespace Dragoman;

/// <summary>Brings those who ask at one time to the database together, one trip after the other, so that turns come in the order in which they were asked for.</summary>
internal sealed class TurnQueue(PostgreSqlRateLimiterOptions limit, DatabaseAccess database)
{
    private readonly object _gate = new();
    private readonly Queue<TurnRequest> _asked = new();
    private readonly List<long> _returned = [];
    private Task _trips = Task.CompletedTask;
    private bool _isUnderWay;

    /// <summary>Ends when nothing is under way.</summary>
    public Task Trips
    {
        get
        {
            lock (_gate)
            {
                return _trips;
            }
        }
    }

    public Task<Turn> AskAsync(int permits, TimeSpan maxWait, CancellationToken cancellationToken)
    {
        TurnRequest request = new(permits, maxWait);
        lock (_gate)
        {
            _asked.Enqueue(request);
            Go();
        }

        return request.GetAsync(cancellationToken);
    }

    /// <summary>Lets others have the turn.</summary>
    public void GiveBack(Turn turn)
    {
        lock (_gate)
        {
            _returned.AddRange(turn.Tickets);
            if (_returned.Count > 0)
            {
                Go();
            }
        }
    }

    private void Go()
    {
        if (!_isUnderWay)
        {
            _isUnderWay = true;
            _trips = DetachedTask.Run(TravelAsync);
        }
    }

    private async Task TravelAsync()
    {
        while (Next() is { } batch)
        {
            try
            {
                IReadOnlyList<Turn>? turns = await database.TryAsync((connection, token) => batch.SendAsync(limit, connection, token)).ConfigureAwait(false);
                for (int i = 0; i < batch.Requests.Count; i++)
                {
                    TurnRequest request = batch.Requests[i];
                    Turn turn = turns?[i] ?? new(null, request.Permits, database.TimeToTrip, IsUnknown: true);
                    if (!request.TryAnswer(turn))
                    {
                        GiveBack(turn);
                    }
                }
            }
            catch (Exception failure)
            {
                foreach (TurnRequest request in batch.Requests)
                {
                    request.Fail(failure);
                }
            }
        }
    }

    private TurnBatch? Next()
    {
        lock (_gate)
        {
            List<TurnRequest> requests = [];
            int permits = 0;
            while (_asked.TryPeek(out TurnRequest? request) && (requests.Count == 0 || permits + request.Permits <= limit.PermitsPerTrip))
            {
                _asked.Dequeue();
                if (!request.IsOver)
                {
                    requests.Add(request);
                    permits += request.Permits;
                }
            }

            if (requests.Count == 0 && _returned.Count == 0)
            {
                _isUnderWay = false;
                return null;
            }

            TurnBatch batch = new(requests, [.. _returned]);
            _returned.Clear();
            return batch;
        }
    }
}
