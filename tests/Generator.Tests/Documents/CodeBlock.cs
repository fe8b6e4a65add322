namespace Dragoman.Generator.Tests.Documents;

/// <summary>A block of code of a page.</summary>
/// <param name="Comment">The comment before it, which readers do not see; empty where there is none.</param>
/// <param name="Code">What is in it.</param>
/// <param name="Line">The line of the page where that begins, from 1.</param>
internal sealed record CodeBlock(string Comment, string Code, int Line);
