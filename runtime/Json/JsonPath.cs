using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Where a reader stands in a document. Names are kept as places in the text and decoded only when the path is printed.</summary>
internal sealed class JsonPath
{
    private const int MaxDepth = 64;

    private readonly Level[] _levels = new Level[MaxDepth];
    private int _depth;

    /// <summary>Takes the token that the reader has just read.</summary>
    /// <param name="reader">A reader over one span, with the default depth of 64.</param>
    public void Advance(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                // The token with its quotes: escapes are decoded by a reader again.
                _levels[_depth - 1].Name = new Range((int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2);
                break;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _depth--;
                break;
            case JsonTokenType kind:
                NextItem();
                if (kind is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    _levels[_depth++] = new Level { IsArray = kind == JsonTokenType.StartArray, Index = -1 };
                }

                break;
        }
    }

    /// <summary>Moves to what would have come next, where the text is broken.</summary>
    /// <param name="afterComma">Whether a comma was found there.</param>
    public void Expect(bool afterComma)
    {
        if (_depth == 0)
        {
            return;
        }

        ref Level level = ref _levels[_depth - 1];
        if (afterComma)
        {
            level.Name = null;
        }

        if (afterComma || level.Index < 0)
        {
            NextItem();
        }
    }

    /// <summary>The path in the notation of RFC 9535.</summary>
    /// <param name="json">The text that was read.</param>
    public string ToString(ReadOnlySpan<byte> json)
    {
        StringBuilder text = new("$");
        foreach (ref readonly Level level in _levels.AsSpan(0, _depth))
        {
            if (level.Name is Range name)
            {
                JsonPathName.Append(text, json[name]);
            }
            else if (level.IsArray && level.Index >= 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"[{level.Index}]");
            }
        }

        return text.ToString();
    }

    private void NextItem()
    {
        if (_depth > 0 && _levels[_depth - 1].IsArray)
        {
            _levels[_depth - 1].Index++;
        }
    }

    private struct Level
    {
        public bool IsArray;
        public int Index;
        public Range? Name;
    }
}
