namespace Dragoman.Generator.Text;

/// <summary>Bounds on what a file may ask of the compiler's process: past them it is refused with a diagnostic instead of exhausting stack or memory.</summary>
internal static class TextLimits
{
    /// <summary>Nested mappings and sequences.</summary>
    public const int Depth = 64;

    /// <summary>Values, counted after aliases are expanded: nine levels of nine aliases are 387 million.</summary>
    public const int Nodes = 1_000_000;

    /// <summary>UTF-16 units of a file.</summary>
    public const int Characters = 32 * 1024 * 1024;
}
