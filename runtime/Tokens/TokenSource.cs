namespace Dragoman;

/// <summary>Keeps a token for all callers, and fetches the next one once for all who need it.</summary>
internal sealed class TokenSource(string scheme, Func<CancellationToken, ValueTask<AccessToken>> fetch, TimeSpan renewBefore)
{
    private readonly object _gate = new();
    private IssuedToken? _current;
    private IssuedToken? _last;
    private IssuedToken? _lastButOne;
    private TokenFetch? _fetch;

    /// <summary>The tokens that calls under way may have sent.</summary>
    public IEnumerable<string> Secrets
    {
        get
        {
            lock (_gate)
            {
                return [.. new[] { _last, _lastButOne }.OfType<IssuedToken>().Select(static token => token.Value)];
            }
        }
    }

    /// <summary>The token, fetched if there is none or it is about to expire.</summary>
    /// <param name="clock">Measures how long tokens are good for.</param>
    /// <param name="cancellationToken">Ends the wait of this caller. The fetch goes on for the others.</param>
    public async ValueTask<IssuedToken> GetAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        TokenFetch joined;
        IssuedToken? aging;
        lock (_gate)
        {
            aging = _current;
            if (aging is { IsFresh: true })
            {
                return aging;
            }

            if (_fetch is null || _fetch.IsOver)
            {
                _fetch = new(abandoned => FetchAsync(clock, abandoned));
            }

            joined = _fetch;
            joined.Waiters++;
        }

        try
        {
            return await joined.Result.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (aging is { IsExpired: false } && !cancellationToken.IsCancellationRequested)
        {
            // Renewing early is there so that calls do not fail: a failure of it must not fail one that its token is still good for.
            return aging;
        }
        finally
        {
            Leave(joined);
        }
    }

    /// <summary>Forgets a token, unless another has taken its place already.</summary>
    public void Drop(IssuedToken token)
    {
        lock (_gate)
        {
            if (_current == token)
            {
                _current = null;
            }
        }
    }

    private async Task<IssuedToken> FetchAsync(TimeProvider clock, CancellationToken abandoned)
    {
        AccessToken token = await fetch(abandoned).ConfigureAwait(false) ?? throw new InvalidOperationException($"The source of the token '{scheme}' gave none.");
        IssuedToken issued = new(scheme, token, this, renewBefore, clock);
        lock (_gate)
        {
            _current = issued;
            _lastButOne = _last;
            _last = issued;
        }

        return issued;
    }

    private void Leave(TokenFetch joined)
    {
        lock (_gate)
        {
            joined.Waiters--;
            if (joined.Waiters > 0 || joined.IsOver)
            {
                return;
            }

            // Whoever comes next must not wait for a fetch that hangs.
            _fetch = _fetch == joined ? null : _fetch;
        }

        joined.Abandon();
    }
}
