using System.Globalization;
using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.Interhuman;

/// <summary>The Interhuman API, version 0.</summary>
internal sealed class InterhumanApi : EmulatedApi
{
    private const string CorrelationHeader = "X-Correlation-ID";
    private const string Links = "https://docs.interhuman.ai/api-reference/error-handling";

    private int _correlations;

    public InterhumanApi(EmulatorOptions options)
        : base(options)
    {
        Tokens = new TokenStore(options.TimeProvider);
        Channels = new ChannelSet();
        var stream = new StreamOperation(this);
        Operations =
        [
            new("createToken", "POST", "/v0/auth", new TokenOperation(Tokens).Create),
            new("analyzeUpload", "POST", "/v0/upload/analyze", UploadOperation.Analyze)
            {
                Authorize = call => Tokens.Check(call.BearerToken, TokenStore.UploadScope),
            },
            new("streamAnalyze", "GET", "/v0/stream/analyze", StreamOperation.Open)
            {
                Authorize = call => Tokens.Check(StreamOperation.TokenOf(call), TokenStore.StreamScope),
                Connect = stream.ConnectAsync,
            },
        ];
    }

    public TokenStore Tokens { get; }

    public ChannelSet Channels { get; }

    public override IReadOnlyList<Operation> Operations { get; }

    public override ApiError FindError(string code) => InterhumanErrors.Get(code);

    public override JsonObject Envelope(ApiError error)
    {
        JsonObject body = new() { ["correlation_id"] = NextCorrelationId(), ["link"] = $"{Links}#{error.Code}", ["message"] = error.Message };
        if (error.Code is { } code)
        {
            body.Insert(0, "error_id", code);
        }

        return body;
    }

    /// <summary>The body of the transition period: the legacy members and the others.</summary>
    public override JsonObject LegacyEnvelope(ApiError error)
    {
        JsonObject body = Envelope(error);
        body.Insert(0, "detail", error.Message);
        body.Insert(1, "status_code", error.Status);
        body.Insert(2, "extra", new JsonObject());
        return body;
    }

    public override JsonObject WrongEnvelope(ApiError error) =>
        new() { ["error_id"] = 2005, ["correlation_id"] = null, ["link"] = new JsonArray(), ["message"] = new JsonObject() };

    public override Reply Error(ApiError error, bool legacy = false)
    {
        Reply reply = base.Error(error, legacy);
        string correlationId = (string)JsonNode.Parse(reply.Content)!["correlation_id"]!;
        return reply with { Headers = new Dictionary<string, string> { [CorrelationHeader] = correlationId } };
    }

    public override void AddHeaders(IHeaderDictionary headers) => headers[CorrelationHeader] = NextCorrelationId();

    public override void Clear()
    {
        base.Clear();
        Tokens.Clear();
        Channels.ForgetSegments();
    }

    /// <summary>A UUID, in order, so that a run can be compared with another.</summary>
    public string NextCorrelationId() => string.Create(
        CultureInfo.InvariantCulture, $"{Interlocked.Increment(ref _correlations):x8}-0000-4000-8000-000000000000");
}
