namespace Dragoman.Corpus.Tests;

/// <summary>Something that does not hold for a document.</summary>
/// <param name="Check">The check that says so.</param>
/// <param name="Text">What it says.</param>
internal sealed record Finding(string Check, string Text);
