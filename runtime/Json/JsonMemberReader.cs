using System.Text.Json;

namespace Dragoman;

/// <summary>Walks through the members of one object, and checks at its end that the required ones were there.</summary>
public struct JsonMemberReader
{
    /// <summary>The index before the first member.</summary>
    private const int Begin = -2;

    private readonly JsonMembers _members;
    private int _expected;

    /// <summary>Of the first 64 members, which have been seen.</summary>
    private ulong _seen;

    /// <summary>Of the required members from the 65th on, which have been seen.</summary>
    private ulong[]? _seenMore;

    /// <summary>Begins to read an object.</summary>
    /// <param name="members">The members that have a property of their own.</param>
    public JsonMemberReader(JsonMembers members)
    {
        _members = members ?? throw new ArgumentNullException(nameof(members));
        Index = Begin;
    }

    /// <summary>The number of the member, see <see cref="JsonMembers"/>; -1 for one that has no property of its own.</summary>
    public int Index { get; private set; }

    /// <summary>Moves to the value of the next member that has a property of its own, over all others.</summary>
    /// <param name="reader">The reader, on the object's first token, or on the last token of the value before.</param>
    /// <returns><see langword="true"/> on a value's first token; <see langword="false"/> on the object's end.</returns>
    /// <exception cref="JsonException">The value is not an object, the text is not valid JSON, or a required member was missing.</exception>
    public bool Next(ref Utf8JsonReader reader)
    {
        while (NextOrOther(ref reader))
        {
            if (Index >= 0)
            {
                return true;
            }

            reader.SkipMember();
        }

        return false;
    }

    /// <summary>Moves to the value of the next member, or to the name of one that has no property of its own.</summary>
    /// <param name="reader">The reader, on the object's first token, or on the last token of the value before.</param>
    /// <returns><see langword="true"/> on a value's first token, or where <see cref="Index"/> is -1, on a name; <see langword="false"/> on the object's end.</returns>
    /// <exception cref="JsonException">The value is not an object, the text is not valid JSON, or a required member was missing.</exception>
    public bool NextOrOther(ref Utf8JsonReader reader)
    {
        if (Index == Begin)
        {
            reader.StartObject();
        }

        if (!reader.NextMember())
        {
            Check();
            return false;
        }

        Index = TokenText.TryOf(ref reader, out ReadOnlySpan<byte> name) ? _members.IndexOf(name, _expected) : -1;
        if (Index >= 0)
        {
            _expected = Index + 1;
            See();
            reader.Advance();
        }

        return true;
    }

    private void See()
    {
        if (Index < 64)
        {
            _seen |= 1UL << Index;
        }
        else if (Index < _members.RequiredCount)
        {
            _seenMore ??= new ulong[_members.RequiredCount / 64];
            _seenMore[(Index / 64) - 1] |= 1UL << (Index % 64);
        }
    }

    private readonly void Check()
    {
        for (int first = 0; first < _members.RequiredCount; first += 64)
        {
            int count = Math.Min(64, _members.RequiredCount - first);
            ulong seen = first == 0 ? _seen : _seenMore?[(first / 64) - 1] ?? 0;
            ulong missing = ~seen & (ulong.MaxValue >> (64 - count));
            if (missing != 0)
            {
                throw JsonFailure.Missing(_members.NameOf(first + System.Numerics.BitOperations.TrailingZeroCount(missing)));
            }
        }
    }
}
