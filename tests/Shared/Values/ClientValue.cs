using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Xml;

namespace Dragoman.Testing;

/// <summary>Turns JSON into values of a client's public types and back, as a user's code would.</summary>
internal static class ClientValue
{
    /// <summary>A value of a type: by the type's own reader where it has one, else by what the text says.</summary>
    public static object? Read(Type type, JsonNode? json)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return json is null ? null : Read(underlying, json);
        }

        if (InfoOf(type) is { } info)
        {
            return JsonSerializer.Deserialize(json, info);
        }

        if (ElementOf(type, typeof(IReadOnlyDictionary<,>)) is { } value)
        {
            IDictionary map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), value))!;
            foreach ((string name, JsonNode? member) in json!.AsObject())
            {
                map.Add(name, Read(value, member));
            }

            return map;
        }

        if (type != typeof(string) && type != typeof(byte[]) && (ElementOf(type, typeof(IEnumerable<>)) ?? ElementOf(type, typeof(IAsyncEnumerable<>))) is { } item)
        {
            IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
            foreach (JsonNode? element in json!.AsArray())
            {
                list.Add(Read(item, element));
            }

            return type.IsInstanceOfType(list) ? list : s_stream.MakeGenericMethod(item).Invoke(null, [list]);
        }

        return type.IsGenericType && type.Name == "Optional`1"
            ? Activator.CreateInstance(type, Read(type.GenericTypeArguments[0], json))
            : Scalar(type, json);
    }

    /// <summary>The body that a method returned: of a result with a case for each status, what the case has.</summary>
    public static object? BodyOf(object? result) =>
        result?.GetType() is { DeclaringType: { IsAbstract: true } declaring } type && type.BaseType == declaring && InfoOf(type) is null
            ? type.GetProperty("Value")?.GetValue(result)
            : result;

    /// <summary>What a value is as JSON, so that it can be compared with what the server sent.</summary>
    /// <param name="sent">What was sent in its place; it decides how a value without a writer of its own is compared.</param>
    public static JsonNode? Write(object? value, JsonNode? sent) => value switch
    {
        null => null,
        _ when InfoOf(value.GetType()) is { } info => JsonSerializer.SerializeToNode(value, info),
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        string text => JsonValue.Create(text),
        byte[] bytes => sent is JsonValue && bytes.AsSpan().SequenceEqual(Bytes(sent.ToString())) ? sent.DeepClone() : JsonValue.Create(Convert.ToBase64String(bytes)),
        IDictionary map => new JsonObject(map.Keys.Cast<string>().Select(name => KeyValuePair.Create(name, Write(map[name], (sent as JsonObject)?[name])))),
        IEnumerable list => new JsonArray([.. list.Cast<object?>().Select((item, index) => Write(item, (sent as JsonArray)?.ElementAtOrDefault(index)))]),
        // The same value in the same words, or in its own.
        _ when sent is not null && value.Equals(Scalar(value.GetType(), sent)) => sent.DeepClone(),
        _ => JsonSerializer.SerializeToNode(value),
    };

    private static readonly MethodInfo s_stream = typeof(ClientValue).GetMethod(nameof(Stream), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo s_list = typeof(ClientValue).GetMethod(nameof(List), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static JsonTypeInfo? InfoOf(Type type)
    {
        for (Type? declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType ?? declaring.DeclaringType)
        {
            // A record that derives from another is a value of both.
            if (declaring.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IJsonValue<>) && one.GenericTypeArguments[0] == declaring))
            {
                return (JsonTypeInfo)typeof(JsonType).GetMethod(nameof(JsonType.Of))!.MakeGenericMethod(declaring).Invoke(null, null)!;
            }
        }

        return null;
    }

    private static Type? ElementOf(Type type, Type generic) =>
        type.GetInterfaces().Append(type).FirstOrDefault(one => one.IsGenericType && one.GetGenericTypeDefinition() == generic)?.GenericTypeArguments[^1];

    private static object? Scalar(Type type, JsonNode? json)
    {
        string text = json?.ToString() ?? "";
        return json switch
        {
            _ when type == typeof(JsonElement) => JsonSerializer.SerializeToElement(json),
            null => null,
            _ when type == typeof(string) => text,
            _ when type == typeof(byte[]) => Bytes(text),
            _ when type == typeof(ReadOnlyMemory<byte>) => new ReadOnlyMemory<byte>(Bytes(text)),
            _ when type == typeof(TimeSpan) => XmlConvert.ToTimeSpan(text),
            _ when type == typeof(DateTimeOffset) => long.TryParse(text, CultureInfo.InvariantCulture, out long seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds)
                : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            // Numbers may be written as texts.
            _ => json.Deserialize(type, JsonSerializerOptions.Web),
        };
    }

    /// <summary>Base64 in either alphabet, padded or not (RFC 4648).</summary>
    private static byte[] Bytes(string text)
    {
        string standard = text.Replace('-', '+').Replace('_', '/').TrimEnd('=');
        return Convert.FromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '='));
    }

    /// <summary>The items of a stream, all of them; of anything else, the value itself.</summary>
    public static async Task<object> ItemsAsync(object value)
    {
        if (ElementOf(value.GetType(), typeof(IAsyncEnumerable<>)) is not { } item)
        {
            return value;
        }

        Task<object> items = (Task<object>)s_list.MakeGenericMethod(item).Invoke(null, [value])!;
        return await items;
    }

    private static async Task<object> List<T>(IAsyncEnumerable<T> items)
    {
        List<T> list = [];
        await foreach (T item in items)
        {
            list.Add(item);
        }

        return list;
    }

    private static async IAsyncEnumerable<T> Stream<T>(List<T> items)
    {
        await Task.CompletedTask;
        foreach (T item in items)
        {
            yield return item;
        }
    }
}
