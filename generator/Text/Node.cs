namespace Dragoman.Generator.Text;

/// <summary>A value of a YAML or JSON document that knows where it was written.</summary>
internal abstract class Node(SourceFile file, SourceSpan span)
{
    public SourceFile File { get; } = file;

    /// <summary>Where the value starts; for a scalar, all of it.</summary>
    public SourceSpan Span { get; } = span;

    /// <summary>The mapping or sequence that holds this value; null at the root.</summary>
    public Node? Parent { get; private set; }

    /// <summary>The key this value has in its mapping; null at the root and in a sequence.</summary>
    public ScalarNode? Key { get; private set; }

    /// <summary>The place to show for a problem with the value as a whole: its key, where it has one, says more than its first character.</summary>
    public SourceSpan NameSpan => Key?.Span ?? Span;

    /// <summary>The value of the user's file that this one stands for, where a document was given another shape; else null.</summary>
    internal Node? Origin { get; init; }

    public Node Root => Parent is null ? this : Parent.Root;

    /// <summary>The JSON pointer (RFC 6901) of this value from the root of its file as it was written, without a leading '#'; in a part, after the part's name and a '#'.</summary>
    public string Pointer
    {
        get
        {
            if (Origin is not null)
            {
                return Origin.Pointer;
            }

            if (Parent is null)
            {
                return File.PartName.Length == 0 ? "" : $"{File.PartName}#";
            }

            string step = Key is not null ? JsonPointer.Escape(Key.Text) : ((SequenceNode)Parent).IndexOf(this).ToString(System.Globalization.CultureInfo.InvariantCulture);
            return $"{Parent.Pointer}/{step}";
        }
    }

    internal void Attach(Node parent, ScalarNode? key)
    {
        Parent = parent;
        Key = key;
    }

    /// <summary>A copy for a second place in the document, made where YAML repeats an anchored value.</summary>
    internal abstract Node Copy();
}
