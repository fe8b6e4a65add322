namespace Dragoman.Generator.Text;

/// <summary>A place in a text: zero-based offset, line and column in UTF-16 units, as Roslyn counts them.</summary>
internal readonly record struct SourceSpan(int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    /// <summary>The first character of a file: where a problem of the whole file is shown.</summary>
    public static SourceSpan FileStart { get; } = default;
}
