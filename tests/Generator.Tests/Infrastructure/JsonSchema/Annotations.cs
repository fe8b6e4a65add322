namespace Dragoman.Generator.Tests.Infrastructure.JsonSchema;

/// <summary>Keywords that describe, or that others refer to, and allow everything by themselves.</summary>
internal static class Annotations
{
    public static bool Is(string keyword) =>
        keyword is "$schema" or "$id" or "$comment" or "$defs" or "title" or "description" or "default" or "examples" or "deprecated"
            or "then" or "else"; // Applied by 'if'.
}
