namespace Dragoman;

/// <summary>Gets one access token after another by a grant.</summary>
internal sealed class OAuthTokens(OAuthGrant grant, OAuthEndpoints endpoints)
{
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    /// <summary>The wait between two questions where the server names none (RFC 8628, section 3.2), and what each "slow_down" adds to it (section 3.5).</summary>
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    /// <summary>The shortest and the longest wait, whatever the server names: no loop without a pause, and no wait beyond what timers can.</summary>
    private static readonly (TimeSpan Least, TimeSpan Most) s_bounds = (TimeSpan.FromSeconds(1), TimeSpan.FromDays(1));

    /// <summary>Parameters that prove who asks (RFC 6749, sections 2.3.1 and 4.3.2; RFC 7521, section 4; RFC 8693, section 2.1).</summary>
    private static readonly string[] s_proofs = ["client_secret", "password", "assertion", "client_assertion", "subject_token", "actor_token"];

    private string? _refreshToken = grant.InitialRefreshToken;

    /// <summary>Set before the first token is asked for.</summary>
    public OAuthServer? Server { private get; set; }

    /// <summary>All texts that must not be shown.</summary>
    public IEnumerable<string> Secrets =>
        new[] { grant.ClientSecret, grant.InitialRefreshToken, _refreshToken }.Concat(s_proofs.Select(grant.Parameters.GetValueOrDefault)).OfType<string>().Distinct();

    /// <summary>Gets a token: by the refresh token, where there is one and it is accepted. Only one caller at a time.</summary>
    public async ValueTask<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        OAuthServer server = Server ?? throw new InvalidOperationException("The credential belongs to no client.");
        OAuthConnection connection = await server.ConnectAsync(grant, endpoints, cancellationToken).ConfigureAwait(false);
        if (_refreshToken is { } refreshToken)
        {
            try
            {
                return Take(await connection.AskForTokenAsync([new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], Secrets, isRefresh: true, cancellationToken).ConfigureAwait(false));
            }
            catch (OAuthException refused) when (refused.Code == "invalid_grant" && grant.Kind == OAuthGrantKind.Device)
            {
                // It has expired or was revoked (RFC 6749, section 5.2): the user is asked again.
                _refreshToken = null;
            }
        }

        OAuthToken token = grant.Kind == OAuthGrantKind.Device
            ? await AskUserAsync(connection, cancellationToken).ConfigureAwait(false)
            : await connection.AskForTokenAsync([new("grant_type", "client_credentials"), .. Scope], Secrets, isRefresh: false, cancellationToken).ConfigureAwait(false);
        return Take(token);
    }

    private IEnumerable<KeyValuePair<string, string>> Scope => grant.Scopes.Count == 0 ? [] : [new("scope", string.Join(' ', grant.Scopes))];

    private async Task<OAuthToken> AskUserAsync(OAuthConnection connection, CancellationToken cancellationToken)
    {
        DeviceAnswer device = await connection.BeginDeviceAsync([.. Scope], Secrets, cancellationToken).ConfigureAwait(false);
        Deadline deadline = new(connection.Clock, device.Shown.ExpiresIn);
        await grant.Prompt!(device.Shown, cancellationToken).ConfigureAwait(false);

        TimeSpan interval = device.Interval ?? s_interval;
        while (true)
        {
            interval = TimeSpan.FromTicks(Math.Clamp(interval.Ticks, s_bounds.Least.Ticks, s_bounds.Most.Ticks));
            await Task.Delay(interval, connection.Clock, cancellationToken).ConfigureAwait(false);
            try
            {
                return await connection.AskForTokenAsync([new("grant_type", DeviceGrant), new("device_code", device.Code)], [.. Secrets, device.Code], isRefresh: false, cancellationToken).ConfigureAwait(false);
            }
            catch (OAuthException pending) when (pending.Code is "authorization_pending" or "slow_down" && deadline.Remaining > TimeSpan.Zero)
            {
                interval += pending.Code == "slow_down" ? s_interval : TimeSpan.Zero;
            }
            catch (TransportException broken) when (broken.IsRetryable && deadline.Remaining > TimeSpan.Zero)
            {
                // The user may be signing in just now (RFC 8628, section 3.5: a client asks less often then, and goes on).
                interval *= 2;
            }
        }
    }

    private AccessToken Take(OAuthToken token)
    {
        // A server that rotates refresh tokens takes the one before no longer (RFC 6749, section 6).
        if (token.RefreshToken is { } refreshToken && refreshToken != _refreshToken && grant.Kind != OAuthGrantKind.ClientCredentials)
        {
            _refreshToken = refreshToken;
            grant.RefreshTokenReceived?.Invoke(refreshToken);
        }

        return token.Access;
    }
}
