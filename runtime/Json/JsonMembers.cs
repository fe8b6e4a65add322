using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>The names of the members that a generated record reads, numbered in the order in which they are added.</summary>
/// <remarks>Filled once, before the first object is read; from then on safe for concurrent use.</remarks>
public sealed class JsonMembers
{
    private readonly List<Member> _members = [];

    /// <summary>By a hash of the name: the number of the first member in it, plus one.</summary>
    private int[]? _buckets;

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
            _members.Add(new Member(Encoding.UTF8.GetBytes(name), -1, 0));
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
            _members.Add(new Member(Encoding.UTF8.GetBytes(name), RequiredCount++, 0));
        }

        return this;
    }

    /// <summary>Begins to read an object.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>What walks through the members of the object.</returns>
    /// <exception cref="JsonException">The value is not an object.</exception>
    public JsonMemberReader Begin(ref Utf8JsonReader reader)
    {
        JsonRead.StartObject(ref reader);
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

        int[] buckets = _buckets ??= Index();
        for (int next = buckets[HashOf(name) & (buckets.Length - 1)]; next > 0; next = _members[next - 1].Next)
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

    /// <summary>Doing it twice in two threads does no harm: both write the same.</summary>
    private int[] Index()
    {
        int[] buckets = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)_members.Count + 1) * 2];
        for (int index = _members.Count - 1; index >= 0; index--)
        {
            ref int bucket = ref buckets[HashOf(_members[index].Name) & (buckets.Length - 1)];
            _members[index] = _members[index] with { Next = bucket };
            bucket = index + 1;
        }

        return buckets;
    }

    /// <summary>Enough to tell the names of one object apart; a chain is never longer than the names of the document.</summary>
    private static int HashOf(ReadOnlySpan<byte> name) => name.IsEmpty ? 0 : (name.Length * 397) ^ (name[0] * 31) ^ (name[name.Length / 2] * 7) ^ name[^1];

    private readonly record struct Member(byte[] Name, int RequiredNumber, int Next);
}
