using System.Text;
using System.Text.Json;

namespace Dragoman;

/// <summary>Makes the parts of a body out of a JSON value: its members, or its items; a list within it is a part for each item.</summary>
internal static class JsonParts
{
    /// <exception cref="ArgumentException">The value is neither an object nor a list: it has no parts.</exception>
    public static MultipartForm Of(JsonElement value)
    {
        MultipartForm form = new();
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                {
                    Add(form, member.Name, member.Value);
                }

                break;
            case JsonValueKind.Array:
                Add(form, "", value);
                break;
            default:
                throw new ArgumentException("The body must be an object or a list: its members, or its items, are the parts that are sent.");
        }

        return form;
    }

    /// <summary>Objects are JSON, what can be text is text (OpenAPI 3.1, section 4.8.15.1), and null is left out.</summary>
    public static void Add(MultipartForm form, string name, JsonElement value, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            AddItem(form, name, value, headers);
            return;
        }

        foreach (JsonElement item in value.EnumerateArray())
        {
            AddItem(form, name, item, headers);
        }
    }

    private static void AddItem(MultipartForm form, string name, JsonElement value, IEnumerable<KeyValuePair<string, string>>? headers)
    {
        if (value.ValueKind is JsonValueKind.Object or JsonValueKind.Array)
        {
            // Not as the element writes itself: the text was written in our own way already.
            form.Parts.Add(new(name, null, "application/json", headers) { Bytes = Encoding.UTF8.GetBytes(value.GetRawText()) });
        }
        else if (value.ValueKind != JsonValueKind.Null)
        {
            form.Text(name, value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), headers: headers);
        }
    }
}
