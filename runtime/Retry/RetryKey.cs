using System.Globalization;

namespace Dragoman;

/// <summary>By what <see cref="RetryOptions"/> are found: the code of an error, a status, or a range such as <c>5XX</c>.</summary>
internal static class RetryKey
{
    /// <summary>Refuses what no failure has.</summary>
    /// <exception cref="ArgumentException">The key is empty, or looks like a range and is none.</exception>
    public static void Check(string key, string name)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new ArgumentException("The key of retry options must be a code, a status or a range of statuses.", name);
        }

        // A range in small letters would be a code that no service sends, and would never hold.
        bool isLikeRange = key.Length == 3 && char.IsAsciiDigit(key[0]) && key[1] is 'X' or 'x' && key[2] is 'X' or 'x';
        if (isLikeRange && !(key[0] is >= '1' and <= '5' && key.EndsWith("XX", StringComparison.Ordinal)))
        {
            throw new ArgumentException($"'{key}' is no range of statuses; these are 1XX to 5XX.", name);
        }
    }

    /// <summary>The options of a failure: those of its code, else of its status, else of the range of that.</summary>
    /// <param name="entries">The options.</param>
    /// <param name="code">The code, or <see langword="null"/>.</param>
    /// <param name="status">The status, 100 to 599.</param>
    /// <returns>The options, or <see langword="null"/> if none hold.</returns>
    public static OwnRule? Find(IDictionary<string, RetryOptions> entries, string? code, int status)
    {
        if (entries.Count == 0)
        {
            return null;
        }

        return code is not null && entries.TryGetValue(code, out RetryOptions? ofCode) ? new(ofCode, IsOfCode: true)
            : entries.TryGetValue(status.ToString(CultureInfo.InvariantCulture), out RetryOptions? ofStatus) || entries.TryGetValue($"{status / 100}XX", out ofStatus) ? new(ofStatus, IsOfCode: false)
            : null;
    }
}
