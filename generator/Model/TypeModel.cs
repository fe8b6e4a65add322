namespace Dragoman.Generator.Model;

/// <summary>A type that a schema becomes: a record, a union, an enumeration or the events of a stream.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Pointer">The JSON pointer of the schema in its document.</param>
/// <param name="Description">What the document says of it; empty where it is silent.</param>
internal abstract record TypeModel(string Name, string Pointer, string Description, bool IsDeprecated);
