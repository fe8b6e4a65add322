using System.Text.Json;

namespace Dragoman;

/// <summary>The cases of a union by the kind of their values.</summary>
internal sealed class JsonCaseTable
{
    private const int None = -1;

    private readonly IndexedCase[] _texts;
    private readonly IndexedCase[] _numbers;
    private readonly int _boolean;
    private readonly IndexedCase[] _lists;
    private readonly ObjectCases _objects;

    /// <summary>What tells several lists apart; null where there is nothing to tell.</summary>
    private readonly JsonCases? _items;

    /// <summary>The list of each of <see cref="_items"/>.</summary>
    private readonly int[] _listOfItem;

    public JsonCaseTable(IReadOnlyList<IndexedCase> cases)
    {
        _texts = Of(JsonForm.Constant, JsonForm.Formatted, JsonForm.Text);
        _numbers = Of(JsonForm.Integer, JsonForm.Number);
        _boolean = Of(JsonForm.Boolean) is [var boolean, ..] ? boolean.Index : None;
        _lists = Of(JsonForm.List);
        _objects = new ObjectCases(Of(JsonForm.Object));

        List<IndexedCase> items = [.. _lists.SelectMany(list => list.Case.Items.Select(item => new IndexedCase(item, list.Index)))];
        _items = _lists.Length > 1 ? new JsonCases([.. items.Select(item => item.Case)]) : null;
        _listOfItem = [.. items.Select(item => item.Index)];

        // A stable sort: cases of one form stay in the order of the document.
        IndexedCase[] Of(params JsonForm[] forms) => [.. cases.Where(item => forms.Contains(item.Case.Form)).OrderBy(item => item.Case.Form)];
    }

    public int Find(Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => FindText(reader),
        JsonTokenType.Number => FindNumber(reader),
        JsonTokenType.True or JsonTokenType.False => _boolean,
        JsonTokenType.StartArray => FindList(reader),
        JsonTokenType.StartObject => _objects.Find(reader),
        _ => None,
    };

    private int FindText(Utf8JsonReader reader)
    {
        foreach (IndexedCase text in _texts)
        {
            bool isMeant = text.Case.Form switch
            {
                JsonForm.Constant => JsonTests.IsOneOf(reader, text.Case.Values!),
                JsonForm.Formatted => TextForms.Has(reader, text.Case.TextForm),
                _ => true,
            };
            if (isMeant)
            {
                return text.Index;
            }
        }

        return None;
    }

    private int FindNumber(Utf8JsonReader reader)
    {
        foreach (IndexedCase number in _numbers)
        {
            if (number.Case.Form == JsonForm.Number || JsonTests.IsInteger(reader))
            {
                return number.Index;
            }
        }

        return None;
    }

    private int FindList(Utf8JsonReader reader)
    {
        if (_items is null)
        {
            return _lists is [var only] ? only.Index : None;
        }

        do
        {
            reader.Advance();
        }
        while (reader.TokenType == JsonTokenType.Null);

        // An empty list is one of any items.
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return _lists[0].Index;
        }

        return _items.Find(reader) is >= 0 and var item ? _listOfItem[item]
            : _lists.Where(list => list.Case.Items.Count == 0).Select(list => list.Index).DefaultIfEmpty(None).First();
    }
}
