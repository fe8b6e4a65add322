using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.BitHuman.Operations;
using Dragoman.Samples.Emulator.BitHuman.State;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman;

/// <summary>The bitHuman REST API.</summary>
internal sealed class BitHumanApi : EmulatedApi
{
    public BitHumanApi(EmulatorOptions options)
        : base(options)
    {
        State = new EmulatorState(options.TimeProvider, options.StepDuration);
        Operations = OperationTable.Of(State);
    }

    public EmulatorState State { get; }

    public override IReadOnlyList<Operation> Operations { get; }

    public override ApiError FindError(string code) => ApiErrors.Get(code);

    /// <summary>The envelope of the error reference: the status appears in it twice, once inside the error.</summary>
    public override JsonObject Envelope(ApiError error)
    {
        JsonObject inner = new() { ["message"] = error.Message, ["httpStatus"] = error.Status };
        if (error.Code is { } code)
        {
            inner.Insert(0, "code", code);
        }

        return new JsonObject { ["error"] = inner, ["status"] = "error", ["status_code"] = error.Status };
    }

    public override JsonObject WrongEnvelope(ApiError error) =>
        new() { ["error"] = error.Message, ["status"] = 0, ["status_code"] = "error" };

    public override void Clear()
    {
        base.Clear();
        State.Clear();
    }
}
