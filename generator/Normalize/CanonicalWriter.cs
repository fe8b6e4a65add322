using System.Globalization;
using Dragoman.Generator.Text;
using Newtonsoft.Json;

namespace Dragoman.Generator.Normalize;

/// <summary>Writes canonical JSON whose objects say by number which located node they come from.</summary>
internal sealed class CanonicalWriter(NodeTable nodes)
{
    private readonly StringWriter _text = new(CultureInfo.InvariantCulture);
    private JsonTextWriter? _writer;

    private JsonTextWriter Json => _writer ??= new JsonTextWriter(_text);

    /// <summary>Starts a member whose value is written next.</summary>
    public void Name(string name) => Json.WritePropertyName(name);

    public void StartObject() => Json.WriteStartObject();

    public void StartObject(Node source)
    {
        StartObject();
        Name(CanonicalDocument.NodeKey);
        Json.WriteValue(nodes.NumberOf(source));
    }

    public void EndObject() => Json.WriteEndObject();

    /// <summary>A member with a text, where there is one.</summary>
    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            Json.WriteValue(value);
        }
    }

    public void Flag(string name, bool value)
    {
        Name(name);
        Json.WriteValue(value);
    }

    /// <summary>A member with a list, where it is not empty.</summary>
    public void List<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        Name(name);
        Json.WriteStartArray();
        foreach (T item in items)
        {
            write(item);
        }

        Json.WriteEndArray();
    }

    public void Texts(string name, IEnumerable<string> items) => List(name, items.ToList(), Json.WriteValue);

    /// <summary>All that was written.</summary>
    public override string ToString() => _text.ToString();
}
