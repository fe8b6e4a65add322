namespace Dragoman;

/// <summary>A limit that several clients keep together.</summary>
/// <param name="Origin">The service.</param>
/// <param name="Owner">Who sends: the digest of the credentials, or the source of a token.</param>
/// <param name="Name">The limit's name.</param>
/// <param name="Permits">How many calls.</param>
/// <param name="Window">In any time of this length.</param>
/// <param name="Clock">The clock that measures it.</param>
internal sealed record SharedLimit(string Origin, object Owner, string Name, int Permits, TimeSpan Window, TimeProvider Clock);
