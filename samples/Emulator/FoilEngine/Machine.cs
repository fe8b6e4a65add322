namespace Dragoman.Samples.Emulator.FoilEngine;

/// <summary>A part of a persona's story.</summary>
internal sealed record Machine(string Id, string Key, string Name);
