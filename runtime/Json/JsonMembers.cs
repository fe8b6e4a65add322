using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>The names of the members that a generated record reads, numbered in the order in which they are added.</summary>
/// <remarks>Filled once, before the first object is read; from then on safe for concurrent use.</remarks>
public sealed class JsonMembers
{
    private readonly List<Member> _members = [];

    /// <summary>
    /// The first member of each hash of a name, and after them for each member the next one of its hash: numbers plus one, zero for
    /// none. One array, so that whoever sees it sees all of it.
    /// </summary>
    private int[]? _chains;

    /// <summary>How many members must be there.</summary>
    internal int RequiredCount { get; private set; }

    /// <summary>Adds members that an object may be without.</summary>
    /// <param name="names">The names in JSON, unescaped.</param>
    /// <returns>This object.</returns>
    public JsonMembers Optional(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            _members.Add(new Member(Encoding.UTF8.GetBytes(name), -1));
        }

        return this;
    }

    /// <summary>Adds members that every object must have.</summary>
    /// <param name="names">The names in JSON, unescaped.</param>
    /// <returns>This object.</returns>
    public JsonMembers Required(params string[] names)
    {
        ArgumentNullException.ThrowIfNull(names);
        foreach (string name in names)
        {
            _members.Add(new Member(Encoding.UTF8.GetBytes(name), RequiredCount++));
        }

        return this;
    }

    /// <summary>Begins to read an object.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>What walks through the members of the object.</returns>
    /// <exception cref="JsonException">The value is not an object.</exception>
    public JsonMemberReader Begin(ref Utf8JsonReader reader)
    {
        reader.StartObject();
        return new JsonMemberReader(this);
    }

    /// <summary>The number of a member; -1 for a name that is none.</summary>
    /// <param name="name">The name, unescaped.</param>
    /// <param name="expected">The number to look at first: services keep an order.</param>
    internal int IndexOf(ReadOnlySpan<byte> name, int expected)
    {
        if (expected < _members.Count && name.SequenceEqual(_members[expected].Name))
        {
            return expected;
        }

        int[] chains = _chains ??= Chains();
        int hashes = chains.Length - _members.Count;
        for (int next = chains[HashOf(name) & (hashes - 1)]; next > 0; next = chains[hashes + next - 1])
        {
            if (name.SequenceEqual(_members[next - 1].Name))
            {
                return next - 1;
            }
        }

        return -1;
    }

    /// <summary>Which of the required members one is; -1 for one that is optional.</summary>
    internal int RequiredNumber(int index) => _members[index].RequiredNumber;

    /// <summary>The name of a required member.</summary>
    internal string RequiredName(int requiredNumber) => Encoding.UTF8.GetString(_members.Find(member => member.RequiredNumber == requiredNumber).Name);

    /// <summary>Doing it twice in two threads does no harm: both make the same.</summary>
    private int[] Chains()
    {
        int hashes = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_members.Count + 1) * 2;
        int[] chains = new int[hashes + _members.Count];
        for (int index = _members.Count - 1; index >= 0; index--)
        {
            ref int first = ref chains[HashOf(_members[index].Name) & (hashes - 1)];
            chains[hashes + index] = first;
            first = index + 1;
        }

        return chains;
    }

    /// <summary>Enough to tell the names of one object apart; a chain is never longer than the names of the document.</summary>
    private static int HashOf(ReadOnlySpan<byte> name) => name.IsEmpty ? 0 : (name.Length * 397) ^ (name[0] * 31) ^ (name[name.Length / 2] * 7) ^ name[^1];

    private readonly record struct Member(byte[] Name, int RequiredNumber);
}
