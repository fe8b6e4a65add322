using System.Text;

namespace Dragoman;

/// <summary>A name that fits an index, of characters that PostgreSQL can store.</summary>
internal static class LimitName
{
    private const int Longest = 500;

    /// <exception cref="ArgumentException">The name is empty, too long, or has a character that cannot be stored.</exception>
    public static void Check(string name, string argument)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, argument);
        if (name.Length > Longest || name.Contains('\0') || name.EnumerateRunes().Contains(Rune.ReplacementChar))
        {
            throw new ArgumentException("The name must have at most 500 characters, and only valid ones.", argument);
        }
    }
}
