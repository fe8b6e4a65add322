namespace Dragoman;

/// <summary>A token that was had, as the credential of tries.</summary>
internal sealed class IssuedToken : ApiCredential
{
    private readonly TokenSource _source;
    private readonly TimeProvider _clock;
    private readonly long _issued;
    private readonly TimeSpan? _expiresIn;
    private readonly TimeSpan? _goodFor;

    public IssuedToken(string scheme, AccessToken token, TokenSource source, TimeSpan renewBefore, TimeProvider clock)
        : base(scheme)
    {
        Value = token.Value;
        _source = source;
        _clock = clock;
        _issued = clock.GetTimestamp();
        _expiresIn = token.ExpiresIn;

        // A token that does not last as long as it should be renewed before would be renewed by every call.
        _goodFor = token.ExpiresIn is { } time ? (time > renewBefore ? time - renewBefore : time / 2) : null;
    }

    /// <summary>The token itself, for those who send it elsewhere than in a header.</summary>
    public string Value { get; }

    /// <summary>Whether the token need not be renewed yet.</summary>
    public bool IsFresh => _goodFor is null || _clock.GetElapsedTime(_issued) < _goodFor;

    /// <summary>Whether the token is of no use any more.</summary>
    public bool IsExpired => _expiresIn is not null && _clock.GetElapsedTime(_issued) >= _expiresIn;

    internal override bool IsSet => true;

    internal override IEnumerable<string> Secrets => [Value];

    /// <summary>The service refused the token: the next one who asks gets another.</summary>
    public void Reject() => _source.Drop(this);

    internal override void Apply(RequestDraft request) => request.TryAddHeader("Authorization", $"Bearer {Value}");
}
