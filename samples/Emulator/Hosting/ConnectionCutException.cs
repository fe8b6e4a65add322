namespace Dragoman.Samples.Emulator.Hosting;

/// <summary>Ends an answer in its middle: the server sends what it was given, and closes the connection.</summary>
internal sealed class ConnectionCutException() : Exception("Asked for by a test");
