namespace Dragoman.Generator.Diagnostics;

/// <summary>Finds what a misspelt name was meant to be.</summary>
internal static class Suggestion
{
    /// <summary>" Did you mean 'x'?" for the nearest candidate within a third of the name's length; else nothing.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        int bestDistance = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates.OrderBy(candidate => candidate, StringComparer.Ordinal))
        {
            int distance = Distance(name, candidate, bestDistance);
            if (distance < bestDistance)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best is null ? "" : $" Did you mean '{best}'?";
    }

    /// <summary>The Levenshtein distance without regard to case, or <paramref name="limit"/> where it is at least that.</summary>
    private static int Distance(string from, string to, int limit)
    {
        if (Math.Abs(from.Length - to.Length) >= limit)
        {
            return limit;
        }

        int[] row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (int i = 1; i <= from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.Length; j++)
            {
                int cost = char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 0 : 1;
                int next = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + cost);
                diagonal = row[j];
                row[j] = next;
            }
        }

        return Math.Min(row[to.Length], limit);
    }
}
