namespace Dragoman;

/// <summary>What the database answers to one who asks for permits.</summary>
/// <param name="Ticket">The first of the tickets; <see langword="null"/> if there are none.</param>
/// <param name="Permits">How many tickets.</param>
/// <param name="Wait">How long until they are valid, or would be.</param>
/// <param name="IsUnknown">Whether the database is away.</param>
internal sealed record Turn(long? Ticket, int Permits, TimeSpan Wait, bool IsUnknown = false)
{
    /// <summary>The numbers of all tickets.</summary>
    public IEnumerable<long> Tickets => Ticket is { } first ? Enumerable.Range(0, Permits).Select(i => first + i) : [];
}
