namespace Dragoman;

/// <summary>A bearer token that can be had again when it expires or is refused.</summary>
internal class TokenCredential(string scheme, Func<CancellationToken, ValueTask<AccessToken>> fetch, TimeSpan renewBefore) : ApiCredential(scheme)
{
    private readonly TokenSource _source = new(scheme, fetch, renewBefore);

    internal override bool IsSet => true;

    internal override IEnumerable<string> Secrets => _source.Secrets;

    /// <summary>The token to send just now.</summary>
    public ValueTask<IssuedToken> GetAsync(TimeProvider clock, CancellationToken cancellationToken) => _source.GetAsync(clock, cancellationToken);

    internal override void Apply(RequestDraft request) => throw new InvalidOperationException("A token has to be issued before it is sent.");
}
