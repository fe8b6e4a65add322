namespace Dragoman.Samples.Emulator;

/// <summary>A session of an emulated container.</summary>
/// <param name="Id">Its task identifier.</param>
/// <param name="RoomName">The room it was launched for.</param>
/// <param name="Status"><c>pending</c>, <c>running</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</param>
public sealed record ContainerTask(string Id, string RoomName, string Status);
