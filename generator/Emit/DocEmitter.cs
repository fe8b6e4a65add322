namespace Dragoman.Generator.Emit;

/// <summary>Writes XML documentation comments.</summary>
internal static class DocEmitter
{
    /// <summary>A summary; <paramref name="fallback"/> where the document says nothing, because every public member is documented.</summary>
    public static CodeText Summary(string text, string fallback, IEnumerable<string>? notes = null) =>
        Element("summary", [.. DocText.Lines(text.Trim().Length > 0 ? text : fallback), .. (notes ?? []).SelectMany(DocText.Lines)]);

    public static CodeText Remarks(params string[] paragraphs)
    {
        List<string> written = paragraphs.Where(text => text.Trim().Length > 0).ToList();
        return written.Count switch
        {
            0 => CodeText.Empty,
            1 => Element("remarks", DocText.Lines(written[0])),
            _ => Element("remarks", written.SelectMany(text => DocText.Lines(text) is { Count: 1 } lines ? [CodeText.Of($"<para>{lines[0]}</para>")] : (IEnumerable<CodeText>)[CodeText.Of($"<para>"), .. DocText.Lines(text), CodeText.Of($"</para>")]).ToList()),
        };
    }

    /// <summary>For what cannot carry <c>[Obsolete]</c> without warnings in code that its user did not write.</summary>
    public static CodeText Deprecated { get; } = CodeText.Of($"/// <remarks>The document marks this as deprecated.</remarks>");

    public static CodeText Param(string name, string text)
    {
        IReadOnlyList<CodeText> lines = DocText.Lines(text);
        CodeText identifier = CodeText.Doc(name);
        return lines.Count switch
        {
            0 => CodeText.Of($"/// <param name=\"{identifier}\">The parameter <c>{identifier}</c>.</param>"),
            1 => CodeText.Of($"/// <param name=\"{identifier}\">{lines[0]}</param>"),
            _ => CodeText.Lines([CodeText.Of($"/// <param name=\"{identifier}\">"), .. lines.Select(Line), CodeText.Of($"/// </param>")]),
        };
    }

    public static CodeText Returns(string text) => Element("returns", DocText.Lines(text));

    public static CodeText Exception(CodeText type, string text) => CodeText.Of($"/// <exception cref=\"{type}\">{CodeText.Doc(text)}</exception>");

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
