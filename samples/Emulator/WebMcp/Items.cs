using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>Things with an <c>id</c>, as they are in JSON.</summary>
/// <param name="prefix">What the ids begin with.</param>
/// <param name="notFound">The code for an id that is not there.</param>
internal sealed class Items(string prefix, string notFound = "NOT_FOUND")
{
    private readonly List<JsonObject> _items = [];
    private int _made;

    public IReadOnlyList<JsonObject> All => _items;

    public JsonObject Add(JsonObject item)
    {
        item.Insert(0, "id", string.Create(CultureInfo.InvariantCulture, $"{prefix}-{++_made}"));
        _items.Add(item);
        return item;
    }

    /// <exception cref="RefusedException">It is not there.</exception>
    public JsonObject Get(string id) => _items.Find(item => (string?)item["id"] == id) ?? throw WebMcpErrors.Refused(notFound);

    public void Remove(string id) => _items.Remove(Get(id));

    public void Clear()
    {
        _items.Clear();
        _made = 0;
    }

    public Reply List() => Show(_items);

    /// <summary>Replaces the members that a body has; the others stay.</summary>
    public Reply Update(string id, JsonBody changes, params ReadOnlySpan<string> names)
    {
        JsonObject item = Get(id);
        foreach (string name in names)
        {
            if (changes.Has(name))
            {
                item[name] = changes.Members[name]?.DeepClone();
            }
        }

        return Show(item);
    }

    public static Reply Show(JsonObject item) => Reply.Json(item.DeepClone());

    public static Reply Show(IEnumerable<JsonObject> items) => Reply.Json(new JsonArray([.. items.Select(item => item.DeepClone())]));
}
