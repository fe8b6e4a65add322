using System.Globalization;
using System.Text.Json;

namespace Dragoman;

/// <summary>Finds the targets of JSON pointers in a text that may break off or turn out not to be JSON.</summary>
internal sealed class PointerScan
{
    private readonly Dictionary<string, JsonElement> _found = new(StringComparer.Ordinal);

    private readonly List<JsonElement> _all = [];

    private PointerScan()
    {
    }

    /// <summary>Whether the text was read to its end.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>Scans a text; keeps what came before the place where it breaks.</summary>
    public static PointerScan Of(ReadOnlySpan<byte> json, PointerNode pointers)
    {
        PointerScan scan = new();
        Utf8JsonReader reader = new(json);
        try
        {
            reader.Read();
            scan.Visit(ref reader, pointers);
            scan.IsComplete = !reader.Read();
        }
        catch (JsonException)
        {
        }
        catch (InvalidOperationException)
        {
            // A name or string that is not Unicode.
        }

        return scan;
    }

    /// <summary>The targets of all pointers, of one that stands for several each of them.</summary>
    public IReadOnlyList<JsonElement> All => _all;

    /// <summary>The target of a pointer, or <see langword="null"/>.</summary>
    public JsonElement? Find(string? pointer) => pointer is not null && _found.TryGetValue(pointer, out JsonElement element) ? element : null;

    /// <summary>The target's text if it is a string or number with more than white space, else <see langword="null"/>.</summary>
    public string? FindText(string? pointer)
    {
        string? text = Find(pointer) is { } element ? Text(element) : null;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <summary>The target as a number, also from a string.</summary>
    public double? FindNumber(string? pointer) =>
        double.TryParse(FindText(pointer), NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    public static string? Text(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.String => element.GetString(),
                JsonValueKind.Number => element.GetRawText(),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private void Visit(ref Utf8JsonReader reader, PointerNode node)
    {
        if (node.Pointer is not null)
        {
            Keep(reader, node.Pointer);
        }

        if (!node.HasChildren)
        {
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                PointerNode? child = node.Member(ref reader);
                reader.Read();
                VisitOrSkip(ref reader, child);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (int index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
            {
                VisitOrSkip(ref reader, node.Item(index));
            }
        }
    }

    private void VisitOrSkip(ref Utf8JsonReader reader, PointerNode? node)
    {
        if (node is null)
        {
            reader.Skip();
        }
        else
        {
            Visit(ref reader, node);
        }
    }

    /// <summary>Reads ahead with a copy of the reader: if the value breaks off, its parts may still be found.</summary>
    private void Keep(Utf8JsonReader reader, string pointer)
    {
        try
        {
            JsonElement target = JsonElement.ParseValue(ref reader);
            _found[pointer] = target;
            _all.Add(target);
        }
        catch (JsonException)
        {
        }
    }
}
