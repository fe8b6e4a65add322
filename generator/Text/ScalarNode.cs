namespace Dragoman.Generator.Text;

/// <summary>What a scalar is by the YAML 1.2 core schema, which is also what JSON says.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Integer,
    Float,
    String,
}

/// <summary>A scalar with its text as written: <c>1.10</c> stays <c>1.10</c> and <c>no</c> stays a word.</summary>
internal sealed class ScalarNode(SourceFile file, SourceSpan span, string text, ScalarKind kind) : Node(file, span)
{
    public string Text { get; } = text;

    public ScalarKind Kind { get; } = kind;

    internal override Node Copy() => new ScalarNode(File, Span, Text, Kind);
}
