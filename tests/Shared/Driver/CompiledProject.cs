namespace Dragoman.Generator.Testing;

/// <summary>What the compiler made of a project.</summary>
/// <param name="Assembly">The assembly's bytes; not to be used where there are problems.</param>
/// <param name="Problems">Its errors and warnings, each with its line of code.</param>
internal sealed record CompiledProject(byte[] Assembly, IReadOnlyList<string> Problems);
