using Dragoman.Samples.Emulator.Hosting;

namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>The three credentials, which share one status.</summary>
internal sealed class Credentials(FoilState state)
{
    public void CheckApiKey(ServerCall call)
    {
        if (!state.ApiKeys.Contains(call.Header("X-API-Key")))
        {
            throw FoilErrors.Unauthorized("The API key is missing or not valid");
        }
    }

    public void CheckChat(ServerCall call)
    {
        CheckApiKey(call);
        if (call.Header("X-LLM-API-Key") != FoilEngineEmulator.LlmApiKey)
        {
            throw FoilErrors.Unauthorized("The LLM API key is missing or not valid");
        }
    }

    public void CheckUser(ServerCall call)
    {
        if (call.BearerToken != FoilEngineEmulator.UserToken)
        {
            throw FoilErrors.Unauthorized("The token is missing or not valid");
        }
    }
}
