using System.Numerics;
using System.Text;

namespace Dragoman;

/// <summary>The names of the members that a generated record reads. They are numbered: first those that every object must have, then the others, each in the order in which they are given.</summary>
public sealed class JsonMembers
{
    private readonly byte[][] _names;

    /// <summary>The first member of each hash of a name, and after them for each member the next one of its hash: numbers plus one, zero for none.</summary>
    private readonly int[] _chains;

    /// <summary>Lists the members of an object.</summary>
    /// <param name="required">The names in JSON, unescaped, of members that every object must have.</param>
    /// <param name="optional">The names in JSON, unescaped, of members that an object may be without.</param>
    public JsonMembers(string[] required, string[] optional)
    {
        ArgumentNullException.ThrowIfNull(required);
        ArgumentNullException.ThrowIfNull(optional);
        RequiredCount = required.Length;
        _names = [.. required.Select(Encoding.UTF8.GetBytes), .. optional.Select(Encoding.UTF8.GetBytes)];
        _chains = Chains();
    }

    /// <summary>How many members must be there: those with a number below.</summary>
    internal int RequiredCount { get; }

    /// <summary>The number of a member; -1 for a name that is none.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <param name="expected">The number to look at first: services keep an order.</param>
    internal int IndexOf(ReadOnlySpan<byte> name, int expected)
    {
        if (expected < _names.Length && name.SequenceEqual(_names[expected]))
        {
            return expected;
        }

        int hashes = _chains.Length - _names.Length;
        for (int next = _chains[HashOf(name) & (hashes - 1)]; next > 0; next = _chains[hashes + next - 1])
        {
            if (name.SequenceEqual(_names[next - 1]))
            {
                return next - 1;
            }
        }

        return -1;
    }

    /// <summary>The name of a member.</summary>
    internal string NameOf(int index) => Encoding.UTF8.GetString(_names[index]);

    private int[] Chains()
    {
        int hashes = (int)BitOperations.RoundUpToPowerOf2((uint)_names.Length + 1) * 2;
        int[] chains = new int[hashes + _names.Length];
        for (int index = _names.Length - 1; index >= 0; index--)
        {
            ref int first = ref chains[HashOf(_names[index]) & (hashes - 1)];
            chains[hashes + index] = first;
            first = index + 1;
        }

        return chains;
    }

    /// <summary>Enough to tell the names of one object apart; a chain is never longer than the names of the document.</summary>
    private static int HashOf(ReadOnlySpan<byte> name) => name.IsEmpty ? 0 : (name.Length * 397) ^ (name[0] * 31) ^ (name[name.Length / 2] * 7) ^ name[^1];
}
