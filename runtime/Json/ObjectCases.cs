using System.Text.Json;

namespace Dragoman;

/// <summary>The cases of a union that are objects.</summary>
internal sealed class ObjectCases
{
    private const int None = -1;

    private readonly IndexedCase[] _cases;
    private readonly int[] _required;

    /// <summary>The members of all cases by the length of their names.</summary>
    private readonly KnownMember[][] _members;
    private readonly int _memberCount;

    public ObjectCases(IndexedCase[] cases)
    {
        _cases = cases;
        _required = [.. cases.Select(item => item.Case.Members.Count(member => member.IsRequired))];
        List<KnownMember> members =
        [
            .. cases
                .SelectMany((item, index) => item.Case.Members.Select(member => new MemberUse(index, member)))
                .GroupBy(use => use.Member.Name, StringComparer.Ordinal)
                .Select((uses, number) => new KnownMember(number, System.Text.Encoding.UTF8.GetBytes(uses.Key), [.. uses])),
        ];
        _memberCount = members.Count;
        _members = new KnownMember[members.Count == 0 ? 0 : members.Max(member => member.Name.Length) + 1][];
        for (int length = 0; length < _members.Length; length++)
        {
            _members[length] = [.. members.Where(member => member.Name.Length == length)];
        }
    }

    public int Find(Utf8JsonReader reader)
    {
        if (_cases.Length < 2)
        {
            return _cases is [var only] ? only.Index : None;
        }

        Span<CaseTally> tallies = _cases.Length <= 32 ? stackalloc CaseTally[_cases.Length] : new CaseTally[_cases.Length];
        int count = Count(reader, tallies);
        return Choose(tallies, count);
    }

    /// <summary>Counts for each case the members that it knows. Of two members of one name the first counts.</summary>
    /// <returns>How many members the object has.</returns>
    private int Count(Utf8JsonReader reader, Span<CaseTally> tallies)
    {
        Span<bool> isSeen = _memberCount <= 256 ? stackalloc bool[_memberCount] : new bool[_memberCount];
        int count = 0;
        while (reader.NextMember())
        {
            KnownMember? member = FindMember(ref reader);
            reader.Advance();
            if (member is null || !isSeen[member.Number])
            {
                count++;
            }

            if (member is not null && !isSeen[member.Number])
            {
                isSeen[member.Number] = true;
                foreach (MemberUse use in member.Uses)
                {
                    tallies[use.Case].Known++;
                    tallies[use.Case].Required += use.Member.IsRequired ? 1 : 0;
                    tallies[use.Case].IsExcluded |= !Accepts(use.Member, reader);
                }
            }

            reader.SkipValue();
        }

        return count;
    }

    private KnownMember? FindMember(ref Utf8JsonReader reader)
    {
        if (TokenText.TryOf(ref reader, out ReadOnlySpan<byte> name) && name.Length < _members.Length)
        {
            foreach (KnownMember member in _members[name.Length])
            {
                if (name.SequenceEqual(member.Name))
                {
                    return member;
                }
            }
        }

        return null;
    }

    private static bool Accepts(JsonCaseMember member, Utf8JsonReader reader) =>
        member.Values.Length > 0 ? JsonTests.IsOneOf(reader, member.Values)
        : member.Kinds == JsonKinds.None || reader.TokenType == JsonTokenType.Null || (member.Kinds & JsonTests.KindOf(reader.TokenType)) != 0;

    /// <summary>The case that knows the most members. Of several, the first that keeps them all; none, where members would be lost for a guess.</summary>
    private int Choose(ReadOnlySpan<CaseTally> tallies, int count)
    {
        int best = None;
        bool isTie = false;
        for (int i = 0; i < tallies.Length; i++)
        {
            if (tallies[i].IsExcluded || tallies[i].Required < _required[i])
            {
                continue;
            }

            if (best == None || tallies[i].Known > tallies[best].Known)
            {
                best = i;
                isTie = false;
            }
            else if (tallies[i].Known == tallies[best].Known && _cases[i].Index != _cases[best].Index)
            {
                isTie = true;
                best = !Keeps(best, tallies, count) && Keeps(i, tallies, count) ? i : best;
            }
        }

        bool isGuess = best != None && (isTie || tallies[best].Known == 0) && !Keeps(best, tallies, count);
        return best == None || isGuess ? None : _cases[best].Index;
    }

    private bool Keeps(int item, ReadOnlySpan<CaseTally> tallies, int count) => _cases[item].Case.KeepsOthers || tallies[item].Known == count;

    private struct CaseTally
    {
        public int Known;
        public int Required;
        public bool IsExcluded;
    }

    /// <summary>A member of one of the cases.</summary>
    private readonly record struct MemberUse(int Case, JsonCaseMember Member);

    /// <summary>A name with what each case says of it.</summary>
    private sealed record KnownMember(int Number, byte[] Name, MemberUse[] Uses);
}
