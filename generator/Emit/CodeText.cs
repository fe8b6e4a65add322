using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Dragoman.Generator.Emit;

/// <summary>
/// C# that is safe to emit. It is made by the printers below and by templates whose holes take nothing else, so that a text of a
/// document that nobody escaped does not compile into the emitters.
/// </summary>
internal readonly struct CodeText
{
    private readonly string? _text;

    private CodeText(string text) => _text = text;

    public static CodeText Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(_text);

    /// <summary>Code written out in an emitter, with code in its holes. A hole takes over the indentation of its line, and a line of nothing but an empty hole is left out.</summary>
    public static CodeText Of(CodeTemplate template) => new(template.ToText());

    /// <summary>A string literal. Every character that is not plainly visible is escaped, also those that turn the direction of text.</summary>
    public static CodeText Literal(string? text)
    {
        if (text is null)
        {
            return new CodeText("null");
        }

        StringBuilder literal = new();
        foreach (char c in SymbolDisplay.FormatLiteral(text, quote: true))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)
            {
                literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
            else
            {
                literal.Append(c);
            }
        }

        return new CodeText(literal.ToString());
    }

    /// <summary>A character literal of one of the few that separate list items.</summary>
    public static CodeText Literal(char c) => new(SymbolDisplay.FormatLiteral(c, quote: true));

    public static CodeText Number(long value) => new(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number without a suffix, its zeros behind the point included.</summary>
    public static CodeText Number(decimal value) => new(value.ToString(CultureInfo.InvariantCulture));

    public static CodeText Number(double value) => new(value.ToString("R", CultureInfo.InvariantCulture));

    public static CodeText Flag(bool value) => new(value ? "true" : "false");

    /// <summary>A name. Only letters, digits and underscores of ASCII can be part of it; a keyword gets its @.</summary>
    public static CodeText Identifier(string name)
    {
        bool isGood = name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');
        if (!isGood)
        {
            throw new ArgumentException($"'{name}' is not a name that may be emitted.", nameof(name));
        }

        bool isKeyword = SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || name is "await" or "field" or "from" or "nameof" or "scoped" or "var" or "yield";
        return new CodeText(isKeyword ? $"@{name}" : name);
    }

    /// <summary>A namespace: names joined by dots.</summary>
    public static CodeText Namespace(string name) => new(string.Join(".", name.Split('.').Select(part => Identifier(part)._text)));

    /// <summary>Text within an XML documentation comment, on one line.</summary>
    public static CodeText Doc(string text) => new(DocText.Escape(text));

    public static CodeText Lines(IEnumerable<CodeText> items) => Join("\n", items);

    /// <summary>Statements, with an empty line after each that ends a block.</summary>
    public static CodeText Statements(IEnumerable<CodeText> items)
    {
        StringBuilder text = new();
        foreach (string item in items.Where(item => !item.IsEmpty).Select(item => item.ToString()))
        {
            string separator = text.Length == 0 ? "" : text[text.Length - 1] == '}' ? "\n\n" : "\n";
            text.Append(separator).Append(item);
        }

        return new CodeText(text.ToString());
    }

    /// <summary>Members of a type with an empty line between two of them, unless both are one line long.</summary>
    public static CodeText Members(IEnumerable<CodeText> items)
    {
        StringBuilder text = new();
        bool wasLong = false;
        foreach (string item in items.Where(item => !item.IsEmpty).Select(item => item.ToString()))
        {
            bool isLong = item.IndexOf('\n') >= 0;
            text.Append(text.Length == 0 ? "" : isLong || wasLong ? "\n\n" : "\n").Append(item);
            wasLong = isLong;
        }

        return new CodeText(text.ToString());
    }

    /// <summary>Items with an empty line between two of them.</summary>
    public static CodeText Paragraphs(IEnumerable<CodeText> items) => Join("\n\n", items);

    public static CodeText Paragraphs(params CodeText[] items) => Join("\n\n", items);

    public static CodeText List(IEnumerable<CodeText> items) => Join(", ", items);

    /// <summary>A pattern that any of several patterns matches.</summary>
    public static CodeText Alternatives(IEnumerable<CodeText> patterns) => Join(" or ", patterns);

    public override string ToString() => _text ?? "";

    private static CodeText Join(string separator, IEnumerable<CodeText> items) =>
        new(string.Join(separator, items.Where(item => !item.IsEmpty).Select(item => item._text)));
}

/// <summary>What the compiler makes of an interpolated string that is code.</summary>
[InterpolatedStringHandler]
internal readonly struct CodeTemplate(int literalLength, int formattedCount)
{
    private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

    public void AppendLiteral(string text)
    {
        bool endsLine = EndsInEmptyHole() && text.Length > 0 && text[0] == '\n';
        bool isFirstLine = endsLine && LineStart() == 0;
        if (endsLine)
        {
            RemoveLine();
        }

        Unmark();
        _text.Append(isFirstLine ? text.Substring(1) : text);
    }

    public void AppendFormatted(CodeText code)
    {
        int lineStart = LineStart();
        if (code.IsEmpty)
        {
            if (IsBlankFrom(lineStart))
            {
                _text.Append(EmptyHole);
            }

            return;
        }

        Unmark();
        int indent = 0;
        while (lineStart + indent < _text.Length && _text[lineStart + indent] == ' ')
        {
            indent++;
        }

        string[] lines = code.ToString().Split('\n');
        _text.Append(lines[0]);
        foreach (string line in lines.Skip(1))
        {
            _text.Append('\n');
            if (line.Length > 0)
            {
                _text.Append(' ', indent).Append(line);
            }
        }
    }

    internal string ToText()
    {
        if (EndsInEmptyHole())
        {
            RemoveLine();
        }

        return _text.ToString();
    }

    /// <summary>Stands where a hole was empty, until it is known whether anything else is on its line.</summary>
    private const char EmptyHole = '\0';

    private bool EndsInEmptyHole() => _text.Length > 0 && _text[_text.Length - 1] == EmptyHole;

    private void Unmark()
    {
        if (EndsInEmptyHole())
        {
            _text.Length--;
        }
    }

    private bool IsBlankFrom(int start)
    {
        for (int i = start; i < _text.Length; i++)
        {
            if (_text[i] != ' ')
            {
                return false;
            }
        }

        return true;
    }

    private void RemoveLine() => _text.Length = Math.Max(0, LineStart() - 1);

    private int LineStart()
    {
        int start = _text.Length;
        while (start > 0 && _text[start - 1] != '\n')
        {
            start--;
        }

        return start;
    }
}
