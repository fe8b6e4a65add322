namespace Dragoman;

/// <summary>A quota that several clients keep together.</summary>
/// <param name="Origin">The service.</param>
/// <param name="Owner">Who sends: the digest of the credentials, or the source of a token.</param>
/// <param name="Clock">The clock of the clients: what happens by another clock happens at another time.</param>
internal sealed record SharedQuota(string Origin, object Owner, TimeProvider Clock);
