using System.Text.Json;

namespace Dragoman.Runtime.Tests.Json;

/// <summary>A value that is refused may be a secret: no message, and no inner exception, may show it.</summary>
public class JsonReadSecrecyTests
{
    private const string Canary = "7353217001";

    public static TheoryData<string> Values =>
    [
        $"\"{Canary}\"",
        $"\"\\u002d{Canary}\\ud83d\"",
        $"{Canary}.{Canary}e{Canary}",
        $"[\"{Canary}\"]",
        $"{{\"{Canary}\":\"{Canary}\"}}",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void No_reader_shows_what_it_refuses(string json)
    {
        int refused = new[]
        {
            Refuses(json, JsonRead.Boolean), Refuses(json, JsonRead.Int32), Refuses(json, JsonRead.Int64), Refuses(json, JsonRead.Single),
            Refuses(json, JsonRead.Double), Refuses(json, JsonRead.Decimal), Refuses(json, JsonRead.Guid), Refuses(json, JsonRead.DateTimeOffset),
            Refuses(json, JsonRead.DateOnly), Refuses(json, JsonRead.TimeOnly), Refuses(json, JsonRead.TimeSpan), Refuses(json, JsonRead.String),
            Refuses(json, JsonRead.Uri), Refuses(json, JsonRead.Bytes), Refuses(json, JsonRead.Value<Pet>),
            Refuses(json, JsonRead.UnixTime), Refuses(json, JsonRead.HttpDate), Refuses(json, JsonRead.Seconds), Refuses(json, JsonRead.Base64Url),
            Refuses(json, JsonRead.UInt64), Refuses(json, JsonRead.Int32Text), Refuses(json, JsonRead.Int64Text), Refuses(json, JsonRead.DoubleText),
            Refuses(json, static (ref Utf8JsonReader reader) => reader.List(JsonRead.Guid)),
            Refuses(json, static (ref Utf8JsonReader reader) => reader.Map(JsonRead.Guid)),
        }.Count(isRefused => isRefused);

        Assert.InRange(refused, 20, 25);
    }

    private static bool Refuses<T>(string json, JsonReadValue<T> read)
    {
        Exception? failure = Record.Exception(() =>
        {
            Utf8JsonReader reader = new(System.Text.Encoding.UTF8.GetBytes(json));
            reader.Read();
            read(ref reader);
        });

        if (failure is null)
        {
            return false;
        }

        Assert.IsAssignableFrom<JsonException>(failure);
        Assert.DoesNotContain(Canary, failure.ToString(), StringComparison.Ordinal);
        Assert.Null(failure.InnerException);
        return true;
    }
}
