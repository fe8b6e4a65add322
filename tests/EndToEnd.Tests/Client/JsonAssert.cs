using System.Text.Json.Nodes;

namespace Dragoman.EndToEnd.Tests.Client;

/// <summary>Compares JSON texts where the writer may choose how to escape.</summary>
internal static class JsonAssert
{
    /// <summary>Both texts hold the same members, in the same order, with the same values.</summary>
    public static void Same(string expected, string actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), JsonNode.Parse(actual)!.ToJsonString());
}
