using System.Text.Json.Nodes;
using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.BitHuman.Operations;

internal static class AccountOperations
{
    /// <summary>A secret that is not valid never gets here: the pipeline refuses it.</summary>
    public static Reply Validate(OperationCall call) => Reply.Json(new JsonObject { ["valid"] = true });
}
