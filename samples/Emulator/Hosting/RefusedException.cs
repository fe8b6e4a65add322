namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>Ends an operation with a failure of the API; the pipeline turns it into the error envelope.</summary>
internal sealed class RefusedException(ApiError error) : Exception(error.Message)
{
    public ApiError Error { get; } = error;
}
