using Dragoman.Generator.Model;
using Dragoman.Generator.Text;

namespace Dragoman.Generator.Lowering;

/// <summary>Finds the members of bodies that must not be shown, in whatever they are nested.</summary>
internal sealed class SecretPaths
{
    /// <summary>What stands in a pointer for every item of a list and every member of an object. No JSON pointer has such a token (RFC 6901, section 3).</summary>
    public const string Every = "~*";

    /// <summary>How many members of one body are named, those nearest to its root.</summary>
    private const int Most = 64;

    /// <summary>How many places are looked at for them: types that refer to each other have more than can be counted.</summary>
    private const int MostPlaces = 4096;

    private readonly IReadOnlyDictionary<string, RecordModel> _records;
    private readonly IReadOnlyDictionary<string, UnionModel> _unions;

    /// <summary>The records and unions that have a secret anywhere within.</summary>
    private readonly HashSet<string> _holders;

    public SecretPaths(IReadOnlyCollection<RecordModel> records, IReadOnlyCollection<UnionModel> unions)
    {
        _records = records.ToDictionary(record => record.Name, StringComparer.Ordinal);
        _unions = unions.ToDictionary(union => union.Name, StringComparer.Ordinal);
        _holders = new(records.Where(record => record.Members.Any(member => member.IsSecret)).Select(record => record.Name), StringComparer.Ordinal);

        // Types may contain each other: until nothing is added.
        int known = 0;
        while (known < _holders.Count)
        {
            known = _holders.Count;
            _holders.UnionWith(records.Where(record => Parts(record).Any(Holds)).Select(record => record.Name).ToList());
            _holders.UnionWith(unions.Where(union => union.Cases.Any(item => Holds(item.Type))).Select(union => union.Name).ToList());
        }
    }

    /// <summary>JSON pointers to the secrets of a body; of each line or event, where the type is that of a stream. What a type holds within itself again is not followed.</summary>
    public IEnumerable<string> Of(TypeRef? type)
    {
        Queue<Place> pending = new();
        Add(type is { Kind: TypeKind.Sequence } lines ? lines.Element : type, "", []);
        List<string> found = [];
        for (int places = 0; pending.Count > 0 && places < MostPlaces && found.Count < Most; places++)
        {
            Place place = pending.Dequeue();
            IReadOnlyList<string> within = [.. place.Within, place.Type.Name];
            if (place.Type.Kind is TypeKind.List or TypeKind.Map)
            {
                Add(place.Type.Element, $"{place.Pointer}/{Every}", place.Within);
            }
            else if (place.Type.Kind == TypeKind.Union)
            {
                AddAll(_unions[place.Type.Name].Cases.Select(item => item.Type), place.Pointer, within);
            }
            else
            {
                RecordModel record = _records[place.Type.Name];
                foreach (MemberModel member in record.Members)
                {
                    string pointer = $"{place.Pointer}/{JsonPointer.Escape(member.WireName)}";
                    if (member.IsSecret)
                    {
                        found.Add(pointer);
                    }
                    else
                    {
                        Add(member.Type, pointer, within);
                    }
                }

                Add(record.Additional, $"{place.Pointer}/{Every}", within);
                AddAll(record.Derived.Select(derived => derived.Type), place.Pointer, within);
            }
        }

        return found;

        void AddAll(IEnumerable<TypeRef> types, string pointer, IReadOnlyList<string> within)
        {
            foreach (TypeRef next in types)
            {
                Add(next, pointer, within);
            }
        }

        void Add(TypeRef? next, string pointer, IReadOnlyList<string> within)
        {
            if (next is not null && Holds(next) && !within.Contains(next.Name))
            {
                pending.Enqueue(new Place(next, pointer, within));
            }
        }
    }

    private static IEnumerable<TypeRef> Parts(RecordModel record) =>
        record.Members.Select(member => member.Type).Concat(record.Derived.Select(derived => derived.Type)).Concat(record.Additional is { } additional ? [additional] : []);

    private bool Holds(TypeRef type) => type.Element is { } element ? Holds(element) : _holders.Contains(type.Name);

    /// <param name="Within">The records and unions around it.</param>
    private sealed record Place(TypeRef Type, string Pointer, IReadOnlyList<string> Within);
}
