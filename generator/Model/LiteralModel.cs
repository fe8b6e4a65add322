namespace Dragoman.Generator.Model;

/// <summary>A value that a document gives a member: its constant, or its default.</summary>
/// <param name="Kind">What it is written as: a string, a boolean, a number, or a list, which has no items.</param>
/// <param name="Text">The text itself, the digits of a number, or <c>true</c> or <c>false</c>; empty for a list.</param>
internal sealed record LiteralModel(TypeKind Kind, string Text);
