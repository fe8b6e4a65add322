namespace Dragoman.Generator.Emit;

/// <summary>Writes XML documentation comments.</summary>
internal static class DocEmitter
{
    /// <summary>A summary; <paramref name="fallback"/> where the document says nothing. Without either there is none: what repeats the name of a member helps nobody.</summary>
    public static CodeText Summary(string text, CodeText fallback, IEnumerable<string>? notes = null) =>
        Element("summary", LinesOf(text, fallback, notes));

    public static CodeText Summary(string text) => Element("summary", DocText.Lines(text));

    /// <summary>Remarks of all paragraphs of the texts; none where the texts are empty.</summary>
    public static CodeText Remarks(params string[] texts)
    {
        List<IReadOnlyList<CodeText>> paragraphs = texts.SelectMany(DocText.Paragraphs).ToList();
        return Element("remarks", paragraphs.Count == 1 ? paragraphs[0] : paragraphs.SelectMany(Paragraph).ToList());
    }

    /// <summary>For methods of a class that its interface documents: not every tool looks there by itself.</summary>
    public static CodeText Inherited { get; } = CodeText.Of($"/// <inheritdoc/>");

    /// <summary>For what cannot carry <c>[Obsolete]</c> without warnings in code that its user did not write.</summary>
    public static CodeText Deprecated { get; } = CodeText.Of($"/// <remarks>The document marks this as deprecated.</remarks>");

    /// <summary>What a parameter is; nothing where there is no text.</summary>
    public static CodeText Param(string name, string text, CodeText fallback, IEnumerable<string>? notes = null)
    {
        IReadOnlyList<CodeText> lines = LinesOf(text, fallback, notes);
        CodeText identifier = CodeText.Doc(name);
        return lines.Count switch
        {
            0 => CodeText.Empty,
            1 => CodeText.Of($"/// <param name=\"{identifier}\">{lines[0]}</param>"),
            _ => CodeText.Lines([CodeText.Of($"/// <param name=\"{identifier}\">"), .. lines.Select(Line), CodeText.Of($"/// </param>")]),
        };
    }

    public static CodeText Returns(string text) => Element("returns", DocText.Lines(text));

    public static CodeText Exception(CodeText type) => CodeText.Of($"/// <exception cref=\"{type}\"/>");

    public static CodeText Exception(CodeText type, string text) => CodeText.Of($"/// <exception cref=\"{type}\">{CodeText.Doc(text)}</exception>");

    private static IEnumerable<CodeText> Paragraph(IReadOnlyList<CodeText> lines) =>
        lines.Count == 1 ? [CodeText.Of($"<para>{lines[0]}</para>")] : [CodeText.Of($"<para>"), .. lines, CodeText.Of($"</para>")];

    private static IReadOnlyList<CodeText> LinesOf(string text, CodeText fallback, IEnumerable<string>? notes) =>
        [.. DocText.Lines(text) is { Count: > 0 } written ? written : fallback.IsEmpty ? [] : [fallback], .. (notes ?? []).SelectMany(DocText.Lines)];

    private static CodeText Element(string name, IReadOnlyList<CodeText> lines)
    {
        CodeText tag = CodeText.Identifier(name);
        return lines.Count switch
        {
            0 => CodeText.Empty,
            1 => CodeText.Of($"/// <{tag}>{lines[0]}</{tag}>"),
            _ => CodeText.Lines([CodeText.Of($"/// <{tag}>"), .. lines.Select(Line), CodeText.Of($"/// </{tag}>")]),
        };
    }

    private static CodeText Line(CodeText text) => text.IsEmpty ? CodeText.Of($"///") : CodeText.Of($"/// {text}");
}
