using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>
/// A player's talk with a machine. A message is worth 10 points, one with "please" 50; "insult" gets the player thrown
/// out, and "give up" ends the talk.
/// </summary>
internal sealed class ChatSession(string id, string userSessionId, Persona persona, Machine machine, string playerName, string playerGender, DateTimeOffset startedAt)
{
    private const int Won = 100;

    private readonly List<JsonObject> _messages = [];
    private DateTimeOffset? _lastMessageAt;
    private int _score;
    private string? _outcome;

    public string Id => id;

    public Machine Machine => machine;

    public string? Outcome => _outcome;

    private string State => _score switch { < 50 => "guarded", < Won => "curious", _ => "won" };

    /// <summary>Answers a message; the answer repeats it.</summary>
    public JsonObject Say(string message, DateTimeOffset now)
    {
        bool wasOpen = _outcome is null;
        _score += message.Contains("please", StringComparison.OrdinalIgnoreCase) ? 50 : 10;
        _outcome ??= OutcomeOf(message);
        _lastMessageAt = now;
        string answer = $"{persona.Name} heard: {message}";
        Remember("user", message, now);
        Remember("assistant", answer, now);
        return new JsonObject
        {
            ["message"] = answer,
            ["current_state"] = State,
            ["score"] = _score,
            ["outcome"] = _outcome,
            ["decision"] = _outcome is null ? "CONTINUE" : _outcome,
            ["follow_up"] = false,
            ["session_id"] = id,
            ["scoring_mode"] = "cumulative",
            ["redirect_count"] = 0,
            ["machine_completed"] = _outcome is not null,
            ["unlocked_machines"] = wasOpen && _outcome == "ACCEPT" ? Unlocked() : null,
        };
    }

    public void Reset()
    {
        _messages.Clear();
        _score = 0;
        _outcome = null;
    }

    public JsonObject Welcome() => new()
    {
        ["session_id"] = id,
        ["user_session_id"] = userSessionId,
        ["persona_name"] = persona.Name,
        ["persona_description"] = null,
        ["player_name"] = playerName,
        ["player_gender"] = playerGender,
        ["message"] = $"{persona.Name} looks at you, {playerName}.",
        ["machine_id"] = machine.Id,
    };

    public JsonObject ToJson() => new()
    {
        ["session_id"] = id,
        ["persona_id"] = persona.Id,
        ["machine_id"] = machine.Id,
        ["current_state"] = State,
        ["score"] = _score,
        ["outcome"] = _outcome,
        ["player_name"] = playerName,
        ["player_gender"] = playerGender,
        ["started_at"] = Timestamps.Utc(startedAt),
        ["last_message_at"] = _lastMessageAt is { } time ? Timestamps.Utc(time) : null,
    };

    public JsonObject History()
    {
        JsonObject history = ToJson();
        history.Remove("machine_id");
        history.Insert(2, "messages", new JsonArray([.. _messages.Select(message => message.DeepClone())]));
        return history;
    }

    private string? OutcomeOf(string message)
    {
        if (message.Contains("insult", StringComparison.OrdinalIgnoreCase))
        {
            return "KICK_OUT";
        }

        return message.Contains("give up", StringComparison.OrdinalIgnoreCase) ? "REJECT" : _score >= Won ? "ACCEPT" : null;
    }

    private JsonArray Unlocked() => new([.. persona.Machines.SkipWhile(other => other != machine).Skip(1).Select(next => (JsonNode)new JsonObject
    {
        ["machine_id"] = next.Id,
        ["machine_key"] = next.Key,
        ["name"] = next.Name,
        ["is_auto_advance"] = false,
    })]);

    private void Remember(string role, string content, DateTimeOffset now) => _messages.Add(new JsonObject
    {
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"message-{_messages.Count + 1}"),
        ["role"] = role,
        ["content"] = content,
        ["state_key_at_time"] = State,
        ["score_at_time"] = _score,
        ["decision"] = null,
        ["follow_up_triggered"] = false,
        ["created_at"] = Timestamps.Utc(now),
    });
}
