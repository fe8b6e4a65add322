using System.Text.Json;
using System.Text.Json.Nodes;

namespace Dragoman.Corpus.Tests;

/// <summary>All examples of a document, read, written and read again.</summary>
/// <param name="Kept">How many came through.</param>
/// <param name="Contradictions">Examples that are not of their own schema, with the reason. Nothing is expected of them.</param>
/// <param name="Losses">Examples that are not what they were.</param>
internal sealed record ExampleRun(int Kept, IReadOnlyList<string> Contradictions, IReadOnlyList<string> Losses)
{
    public static ExampleRun Of(GeneratedDocument document)
    {
        int kept = 0;
        List<string> contradictions = [];
        List<string> losses = [];
        if (document.Tree is { } root && document.Compiled.Problems.Count == 0)
        {
            using GeneratedTypes types = new(document);
            foreach (Example example in ExampleFinder.In(root, types.Schemas))
            {
                foreach (TypedValue value in TypedValue.In(example, root, types))
                {
                    if (SchemaFit.Contradiction(root, value.Schema, value.Value) is { } contradiction)
                    {
                        contradictions.Add($"{example.Place}: {contradiction}");
                    }
                    else if (Loss(root, value) is { } loss)
                    {
                        losses.Add($"{example.Place}: {loss}");
                    }
                    else
                    {
                        kept++;
                    }
                }
            }
        }

        return new ExampleRun(kept, contradictions, losses);
    }

    private static string? Loss(JsonNode root, TypedValue typed)
    {
        JsonNode? expected = SchemaSet.Described(root, SchemaSet.Of(root, typed.Schema, typed.Value), typed.Value);
        try
        {
            object? once = JsonSerializer.Deserialize(expected, typed.Type);
            JsonNode? written = JsonSerializer.SerializeToNode(once, typed.Type);
            object? twice = JsonSerializer.Deserialize(written, typed.Type);
            return JsonDifference.Between(expected, written) ?? JsonDifference.Between(written, JsonSerializer.SerializeToNode(twice, typed.Type));
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException)
        {
            return $"{typed.Type.Type.Name} does not read it: {problem.Message}";
        }
    }
}
