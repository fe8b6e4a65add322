namespace Dragoman.EndToEnd.Tests.Faults;

/// <summary>What a vault answers where nothing is wrong; ASCII only.</summary>
internal static class VaultAnswers
{
    public const string Item = """{"id":"I1","count":3,"state":"open"}""";
    public const string Note = "A note.";
    public const string Lines = """{"id":"I1"}""" + "\n" + """{"id":"I2"}""" + "\n";
    public const string Events = """data: {"id":"I1"}""" + "\n\n" + """data: {"id":"I2"}""" + "\n\n";

    /// <summary>So large that it comes in several pieces.</summary>
    public static string Picture { get; } = new('x', 50_000);

    public static (int Status, string ContentType, string Body) Of(string method, string path) => (method, path) switch
    {
        ("GET", "/note") => (200, "text/plain", Note),
        ("GET", "/picture") => (200, "image/png", Picture),
        ("GET", "/lines") => (200, "application/x-ndjson", Lines),
        ("GET", "/events" or "/feed") => (200, "text/event-stream", Events),
        ("DELETE", _) or (_, "/picture" or "/lines") => (204, "", ""),
        _ => (200, "application/json", Item),
    };
}
