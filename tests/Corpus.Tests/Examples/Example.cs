using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>A value that the document shows for a schema.</summary>
/// <param name="Place">The JSON pointer of the value.</param>
/// <param name="Schema">The JSON pointer of its schema.</param>
/// <param name="Value">The value.</param>
internal sealed record Example(string Place, string Schema, JsonNode Value);
