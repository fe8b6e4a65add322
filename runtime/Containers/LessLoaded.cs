namespace Dragoman;

/// <summary>Chooses the less loaded one of two that are drawn: nearly as even as the least loaded of all, and those who choose at once do not all choose the same.</summary>
internal static class LessLoaded
{
    /// <summary>The chosen member, or <see langword="null"/> if there is none.</summary>
    public static FleetMember<TClient>? Of<TClient>(IReadOnlyList<FleetMember<TClient>> members, Random random)
        where TClient : class, IReadinessClient
    {
        if (members.Count < 2)
        {
            return members.Count == 0 ? null : members[0];
        }

        int first = Index(members.Count, random);
        int second = Index(members.Count - 1, random);
        second += second >= first ? 1 : 0;
        return members[second].Load < members[first].Load ? members[second] : members[first];
    }

    private static int Index(int count, Random random) => Math.Min((int)(Backoff.Jitter(random) * count), count - 1);
}
