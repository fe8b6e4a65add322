using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>A run of an agent: pending for one step, running for two, and then at its end, unless it is cancelled.</summary>
internal sealed class Run(string id, string agentId, string triggeredBy, DateTimeOffset startedAt, TimeSpan step, bool fails)
{
    private const double Credits = 2;
    private const string Failure = "The model failed";

    private DateTimeOffset? _cancelledAt;

    public string Id => id;

    public string AgentId => agentId;

    public bool IsActive(DateTimeOffset now) => StatusAt(now) is "pending" or "running";

    public string StatusAt(DateTimeOffset now)
    {
        if (_cancelledAt is not null)
        {
            return "cancelled";
        }

        if (now >= EndsAt)
        {
            return fails ? "failed" : "done";
        }

        return now < startedAt + step ? "pending" : "running";
    }

    public void Cancel(DateTimeOffset now) => _cancelledAt = now;

    public JsonObject ToJson(DateTimeOffset now)
    {
        bool isActive = IsActive(now);
        DateTimeOffset end = _cancelledAt ?? EndsAt;
        return new JsonObject
        {
            ["id"] = id,
            ["agentId"] = agentId,
            ["status"] = StatusAt(now),
            ["triggeredBy"] = triggeredBy,
            ["startedAt"] = Timestamps.Utc(startedAt),
            ["completedAt"] = isActive ? null : Timestamps.Utc(end),
            ["credits"] = isActive ? 0 : Credits,
            ["error"] = StatusAt(now) == "failed" ? Failure : null,
            ["steps"] = new JsonArray([.. Steps(isActive ? now : end)]),
        };
    }

    private DateTimeOffset EndsAt => startedAt + (3 * step);

    private IEnumerable<JsonObject> Steps(DateTimeOffset now)
    {
        if (now >= startedAt + step)
        {
            yield return new JsonObject { ["type"] = "thinking", ["text"] = "The hours have to be looked up." };
        }

        if (now >= startedAt + (2 * step))
        {
            yield return new JsonObject { ["type"] = "tool_call", ["name"] = Tools.Hours, ["input"] = new JsonObject() };
            yield return new JsonObject { ["type"] = "tool_result", ["name"] = Tools.Hours, ["result"] = Tools.Call(Tools.Hours) };
        }

        if (now >= EndsAt)
        {
            yield return fails
                ? new JsonObject { ["type"] = "error", ["message"] = Failure, ["code"] = "MODEL_ERROR" }
                : new JsonObject { ["type"] = "output", ["text"] = "The museum opens at ten." };
        }
    }
}
