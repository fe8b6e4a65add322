using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.WebMcp;

/// <summary>The API of WebMCP Master, as its withdrawn page and its error reference describe it.</summary>
internal sealed class WebMcpApi : EmulatedApi
{
    private const int RequestsPerWindow = 500;
    private const int OutgoingPerMinute = 10;

    private readonly RateWindow _window;
    private readonly RateWindow _outgoing;

    public WebMcpApi(EmulatorOptions options)
        : base(options)
    {
        _window = new RateWindow(options.TimeProvider, RequestsPerWindow, TimeSpan.FromMinutes(15), "RATE_LIMITED");
        _outgoing = new RateWindow(options.TimeProvider, OutgoingPerMinute, TimeSpan.FromMinutes(1), "OUTGOING_RATE_LIMITED");
        Operations = OperationTable.Of(State, options, _window, _outgoing);
    }

    public WebMcpState State { get; } = new();

    public override IReadOnlyList<Operation> Operations { get; }

    public override ApiError FindError(string code) => WebMcpErrors.Get(code);

    /// <summary>The member called error is the message.</summary>
    public override JsonObject Envelope(ApiError error)
    {
        JsonObject body = new() { ["error"] = error.Message, ["statusCode"] = error.Status };
        if (error.Code is { } code)
        {
            body.Insert(1, "code", code);
        }

        return body;
    }

    public override JsonObject WrongEnvelope(ApiError error) =>
        new() { ["error"] = new JsonObject { ["message"] = error.Message }, ["code"] = error.Status, ["statusCode"] = "error" };

    /// <summary>A second shape: the message has another name, and there is no status.</summary>
    public override ServerEvent ErrorEvent(ApiError error)
    {
        JsonObject data = new() { ["message"] = error.Message };
        if (error.Code is { } code)
        {
            data["code"] = code;
        }

        return new ServerEvent("error", WithExtras(data, error));
    }

    public override Reply Unrouted(int status) => Error(WebMcpErrors.Get("NOT_FOUND") with { Status = status });

    public override void AddHeaders(IHeaderDictionary headers)
    {
        lock (Gate)
        {
            headers["X-RateLimit-Limit"] = _window.Limit.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Remaining"] = _window.Remaining.ToString(CultureInfo.InvariantCulture);
            headers["X-RateLimit-Reset"] = _window.ResetsAt.ToString(CultureInfo.InvariantCulture);
        }
    }

    public override void Clear()
    {
        base.Clear();
        State.Clear();
        _window.Clear();
        _outgoing.Clear();
    }
}
