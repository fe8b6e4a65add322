namespace Dragoman.Samples.Emulator.Errors;

/// <summary>A failure as the API tells it.</summary>
internal readonly record struct ApiError(string Code, int Status, string Message);
