using System.Text.Json;

namespace Dragoman;

/// <summary>The cases of a union that no discriminator tells apart. Generated code asks it which case a value is.</summary>
/// <remarks>
/// The kind of the value decides; among strings those with fixed values come first, then those of a form, then any; integers come
/// before numbers; arrays go by their first item. Of objects those remain whose required members are all there and whose members
/// have values of the right kind, and the one wins that knows the most members.
/// </remarks>
/// <param name="cases">The cases, in the order of the document.</param>
public sealed class JsonCases(params JsonCase[] cases)
{
    private readonly JsonCase[] _cases = cases ?? throw new ArgumentNullException(nameof(cases));
    private JsonCaseTable? _table;

    /// <summary>Which case the value is; the reader is not moved.</summary>
    /// <param name="reader">The reader, on the value's first token.</param>
    /// <returns>The index of the case; -1 where no case is for the value, or where several are and data of it would be lost.</returns>
    /// <exception cref="JsonException">The text is not valid JSON, or ends within the value.</exception>
    public int Find(Utf8JsonReader reader) => (_table ??= new JsonCaseTable(Flat())).Find(reader);

    /// <summary>The cases with those of the unions among them, each with the index that stands for it. Unions may hold each other: each is looked at once.</summary>
    private List<IndexedCase> Flat()
    {
        List<IndexedCase> flat = [];
        HashSet<JsonCases> visited = [this];
        for (int i = 0; i < _cases.Length; i++)
        {
            Add(_cases[i], i);
        }

        return flat;

        void Add(JsonCase item, int index)
        {
            if (item.Nested is null)
            {
                flat.Add(new IndexedCase(item, index));
            }
            else if (item.Nested() is { } nested && visited.Add(nested))
            {
                foreach (JsonCase inner in nested._cases)
                {
                    Add(inner, index);
                }
            }
        }
    }
}

/// <summary>A case with the index that stands for it.</summary>
internal readonly record struct IndexedCase(JsonCase Case, int Index);
