using System.Text.Json;

namespace Dragoman;

/// <summary>What an authorization server answers, some members of which servers write as texts or as numbers.</summary>
internal sealed class OAuthAnswer
{
    private readonly JsonElement _answer;

    private OAuthAnswer(JsonElement answer) => _answer = answer;

    /// <summary>Reads an answer. One that has a member twice is refused (RFC 6749, section 3.2): another reader could take the other token or address.</summary>
    /// <exception cref="ResponseFormatException">It is not JSON, or a member is there twice.</exception>
    public static OAuthAnswer Read(ApiResponse response)
    {
        JsonElement answer = response.ReadJson(JsonRead.Element);
        HashSet<string> names = [];
        return answer.ValueKind != JsonValueKind.Object || answer.EnumerateObject().All(member => names.Add(member.Name))
            ? new(answer)
            : throw response.FormatFailure("The authorization server's answer has a member more than once (RFC 6749, section 3.2).");
    }

    /// <summary>The text of a member; <see langword="null"/> where there is none.</summary>
    public string? Text(string member) => Find(member) switch
    {
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        _ => null,
    };

    /// <summary>The texts in the list that a member is; none where it is no list.</summary>
    public IReadOnlyList<string> Texts(string member) => Find(member) is { ValueKind: JsonValueKind.Array } list
        ? [.. list.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)]
        : [];

    private JsonElement? Find(string member) => _answer.ValueKind == JsonValueKind.Object && _answer.TryGetProperty(member, out JsonElement value) ? value : null;
}
